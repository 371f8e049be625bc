/** The one configuration file: every setting with its default and its range. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.config;
