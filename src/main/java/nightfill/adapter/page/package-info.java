/** The night as a page for people. */
@NullMarked
package nightfill.adapter.page;

import org.jspecify.annotations.NullMarked;
