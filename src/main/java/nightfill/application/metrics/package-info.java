/** What machines watch of nights: the same figures for all that ask, and in a file for those who run no server. */
@NullMarked
package nightfill.application.metrics;

import org.jspecify.annotations.NullMarked;
