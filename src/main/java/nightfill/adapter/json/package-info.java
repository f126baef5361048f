/** JSON for programs: summaries out, and back in. */
@NullMarked
package nightfill.adapter.json;

import org.jspecify.annotations.NullMarked;
