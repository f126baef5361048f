/** Figures as words for people, alike on the command line and on every page. */
@NullMarked
package nightfill.view;

import org.jspecify.annotations.NullMarked;
