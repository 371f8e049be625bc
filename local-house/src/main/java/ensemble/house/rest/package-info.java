/** The data plane of AWS IoT over HTTP. */
@org.jspecify.annotations.NullMarked
package ensemble.house.rest;
