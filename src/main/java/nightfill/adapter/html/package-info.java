/** HTML for people: a night on one page, with charts. */
@NullMarked
package nightfill.adapter.html;

import org.jspecify.annotations.NullMarked;
