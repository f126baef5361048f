/** The console's pages, one class each. */
@NullMarked
package nightfill.adapter.web.console;

import org.jspecify.annotations.NullMarked;
