/** The command line: thin; every command asks a running house over HTTP, or starts one. */
@org.jspecify.annotations.NullMarked
package ensemble.house.cli;
