/** The errors Alexa knows, and what each of our reasons becomes. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.smarthome.error;
