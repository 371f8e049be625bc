/** One small HTTP server with a router, for everything on the house's port. */
@org.jspecify.annotations.NullMarked
package ensemble.house.http;
