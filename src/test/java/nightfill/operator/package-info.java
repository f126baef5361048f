/** What a scheduler and an operator see of a night. */
@NullMarked
package nightfill.operator;

import org.jspecify.annotations.NullMarked;
