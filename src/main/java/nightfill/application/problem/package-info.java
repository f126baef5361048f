/** What ends a use case before its end: a problem, told in one line. */
@NullMarked
package nightfill.application.problem;

import org.jspecify.annotations.NullMarked;
