/** Who may come in, how, and what everyone did. */
@NullMarked
package nightfill.application.access;

import org.jspecify.annotations.NullMarked;
