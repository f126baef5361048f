/** JSON for programs: summaries out, and back in; descriptions of reports out. */
@NullMarked
package nightfill.adapter.json;

import org.jspecify.annotations.NullMarked;
