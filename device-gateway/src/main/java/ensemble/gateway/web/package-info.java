/** The box's own page: a reader of what is reported. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.web;
