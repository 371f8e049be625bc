/** The command line as a process of its own, as a new user meets it. */
@org.jspecify.annotations.NullMarked
package ensemble.house.cli;
