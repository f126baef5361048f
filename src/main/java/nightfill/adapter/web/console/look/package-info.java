/** Pages that look things up: orders, batches, SKUs, rejects, trends, reports. */
@NullMarked
package nightfill.adapter.web.console.look;

import org.jspecify.annotations.NullMarked;
