/** Lints the skill package by the rules that Amazon checks at build and certification. */
@org.jspecify.annotations.NullMarked
package ensemble.model;
