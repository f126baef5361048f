/** What people do about nights: a page that says what it would do, and the button on it. */
@NullMarked
package nightfill.adapter.web.console.act;

import org.jspecify.annotations.NullMarked;
