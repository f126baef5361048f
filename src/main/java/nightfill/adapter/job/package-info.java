/** The night as a Spring Batch job: its steps are named beans that find their run by a parameter of the job. */
@NullMarked
package nightfill.adapter.job;

import org.jspecify.annotations.NullMarked;
