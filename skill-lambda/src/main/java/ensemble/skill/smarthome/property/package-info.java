/** The state of endpoints as Alexa spells it; pure. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.smarthome.property;
