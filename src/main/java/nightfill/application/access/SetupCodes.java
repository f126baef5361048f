package nightfill.application.access;

import java.time.Instant;

/** The one setup code that may be valid. */
public interface SetupCodes {

    /** Puts a code in place of any other. */
    void replace(String codeHash, Instant until);

    /** Whether the code is valid at an instant. */
    boolean isValid(String codeHash, Instant now);

    /** Whether any code is. */
    boolean isAnyValid(Instant now);

    /** Makes every code void. */
    void forget();
}
