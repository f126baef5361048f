/** Kills, lost databases, full disks, hostile feeds: nights that end as if nothing had happened. */
@NullMarked
package nightfill.survival;

import org.jspecify.annotations.NullMarked;
