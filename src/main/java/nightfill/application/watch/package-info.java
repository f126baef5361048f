/** What people look at: nights, runs, who works on them, orders, stock and trends; nothing here changes anything. */
@NullMarked
package nightfill.application.watch;

import org.jspecify.annotations.NullMarked;
