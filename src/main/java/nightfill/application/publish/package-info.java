/** Brings finished runs to where others read them, and never touches one that is there. */
@NullMarked
package nightfill.application.publish;

import org.jspecify.annotations.NullMarked;
