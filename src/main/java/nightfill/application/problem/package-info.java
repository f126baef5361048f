/** What ends a use case before its end: a problem, one line for people. */
@NullMarked
package nightfill.application.problem;

import org.jspecify.annotations.NullMarked;
