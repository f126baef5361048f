/** JSON for programs: summaries out. */
@NullMarked
package nightfill.adapter.json;

import org.jspecify.annotations.NullMarked;
