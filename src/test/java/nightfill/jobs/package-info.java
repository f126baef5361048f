/** Holds the scripts and files around the jar to their word, by running the real ones among fakes. */
@NullMarked
package nightfill.jobs;

import org.jspecify.annotations.NullMarked;
