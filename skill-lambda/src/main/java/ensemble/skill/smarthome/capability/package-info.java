/** What discovery announces, one class per Alexa interface. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.smarthome.capability;
