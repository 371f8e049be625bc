/** What is wrong with this box and how to mend it: facts are gathered, and judged by pure functions, one a line. */
@org.jspecify.annotations.NullMarked
package ensemble.gateway.check;
