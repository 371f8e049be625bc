/** Smart-home messages: addresses, envelopes, and the table of what answers which directive. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.smarthome;
