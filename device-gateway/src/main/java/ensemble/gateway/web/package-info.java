/** The box's own page: shows what is reported, and hands over what is asked of the box. A path is a {@link ensemble.gateway.web.Route}. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.web;
