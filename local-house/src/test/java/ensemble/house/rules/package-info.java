/** Rules. */
@org.jspecify.annotations.NullMarked
package ensemble.house.rules;
