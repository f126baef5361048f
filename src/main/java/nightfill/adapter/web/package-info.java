/** Pages as the console sends them. */
@NullMarked
package nightfill.adapter.web;

import org.jspecify.annotations.NullMarked;
