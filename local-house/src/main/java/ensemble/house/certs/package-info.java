/** The house's own certificate authority and the certificates of its things. */
@org.jspecify.annotations.NullMarked
package ensemble.house.certs;
