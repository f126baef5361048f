package nightfill.adapter.web.provider;

import java.time.Instant;
import java.time.InstantSource;
import nightfill.domain.access.Allowance;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What the log says of those who did not come in by a provider: as many, however many try, as the trail notes refusals; for
 * anybody can try, and a log that is full gives up what it says of nights.
 */
final class ProviderLog {

    private final InstantSource clock;
    private Allowance allowance = Allowance.FULL;

    ProviderLog(InstantSource clock) {
        this.clock = clock;
    }

    void say(Level level, String what, Exception failure) {
        Instant now = clock.instant();
        Allowance before = take(now);
        if (before.hasRoom(now)) {
            LoggerFactory.getLogger(ProviderLog.class)
                    .atLevel(level)
                    .setCause(failure)
                    .log(what + unsaid(before));
        }
    }

    private synchronized Allowance take(Instant now) {
        Allowance before = allowance;
        allowance = before.after(now);
        return before;
    }

    private static String unsaid(Allowance before) {
        return before.unsaid() == 0 ? "" : "; %d more before this were not logged".formatted(before.unsaid());
    }
}
