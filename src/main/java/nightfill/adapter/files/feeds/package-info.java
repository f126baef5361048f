/** The files of feeds, in INPUT and in the home. */
@NullMarked
package nightfill.adapter.files.feeds;

import org.jspecify.annotations.NullMarked;
