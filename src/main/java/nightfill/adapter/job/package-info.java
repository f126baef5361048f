/** The night as a Spring Batch job: a class per step, and one that lists them. */
@NullMarked
package nightfill.adapter.job;

import org.jspecify.annotations.NullMarked;
