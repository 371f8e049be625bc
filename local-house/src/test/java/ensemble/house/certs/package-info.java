/** Certificates. */
@org.jspecify.annotations.NullMarked
package ensemble.house.certs;
