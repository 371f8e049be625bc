/** The Lambda's doors: tells voice from smart home, builds what they need, and holds nothing else. */
@org.jspecify.annotations.NullMarked
package ensemble.skill;
