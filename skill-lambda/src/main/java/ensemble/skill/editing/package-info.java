/** Changes of the house itself: groups, names, scenes, settings. Decided purely, carried out by one class. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.editing;
