/** The shadows at AWS IoT, through the data-plane client. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.shadow.iot;
