/** The state of a group as Alexa spells it; pure. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.smarthome.property;
