/** Report directories in OUTPUT, refused rows and logs. */
@NullMarked
package nightfill.adapter.files.reports;

import org.jspecify.annotations.NullMarked;
