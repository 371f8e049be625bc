/** A simulated Alexa: understands a sentence the way the documented phrases and the skill's own model do, and sends it. */
@org.jspecify.annotations.NullMarked
package ensemble.house.alexa;
