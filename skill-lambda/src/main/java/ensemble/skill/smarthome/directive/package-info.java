/** Directives as typed values, and one class per Alexa interface that answers them. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.smarthome.directive;
