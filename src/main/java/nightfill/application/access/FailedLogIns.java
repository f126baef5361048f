package nightfill.application.access;

import java.time.Instant;
import nightfill.domain.access.Throttle;

/** How often whoever tries to log in has failed. */
public interface FailedLogIns {

    /** {@link Throttle#NONE} where nobody has. */
    Throttle of(String key);

    /** Notes one more failure; whether nobody else has noted one since. */
    boolean note(String key, Throttle before, Throttle after);

    void forget(String key);

    /** Forgets all whose last failure was earlier. */
    void forgetBefore(Instant time);
}
