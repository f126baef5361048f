/** One order line allocated at once, between two nights. */
@NullMarked
package nightfill.application.urgent;

import org.jspecify.annotations.NullMarked;
