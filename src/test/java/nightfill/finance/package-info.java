/** Reports, audits, replays and publications as finance relies on them. */
@NullMarked
package nightfill.finance;

import org.jspecify.annotations.NullMarked;
