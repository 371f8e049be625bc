/** The local house: everything that is Amazon's in the product's life, on one machine. */
@org.jspecify.annotations.NullMarked
package ensemble.house;
