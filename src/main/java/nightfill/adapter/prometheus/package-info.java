/** What machines watch, in the text that Prometheus and its relatives read. */
@NullMarked
package nightfill.adapter.prometheus;

import org.jspecify.annotations.NullMarked;
