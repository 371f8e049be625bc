/** The installable package of the gateway, unpacked and run. */
@org.jspecify.annotations.NullMarked
package ensemble.house.box;
