/** The certification list: which test holds which item, and the page that shows it. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.certify;
