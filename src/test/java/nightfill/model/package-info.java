/** What nights must come to: the rules told a second time, slow and plain, with nothing of the product's own code. */
@NullMarked
package nightfill.model;

import org.jspecify.annotations.NullMarked;
