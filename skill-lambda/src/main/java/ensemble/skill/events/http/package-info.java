/** Amazon's token and event endpoints over HTTP. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.events.http;
