/** The status Lambda: turns reports and presence into rows, ChangeReports and late answers. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.report;
