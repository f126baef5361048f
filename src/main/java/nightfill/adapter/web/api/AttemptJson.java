package nightfill.adapter.web.api;

import java.time.Instant;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.JudgedAttempt;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a run.
 *
 * @param ended null while it is under way, or where that is not known
 * @param message what ended it; empty where nothing was wrong
 * @param request the entry of the audit trail by which it was asked for; null where none is known
 */
record AttemptJson(
        long id,
        NightStatus status,
        @Nullable Instant started,
        @Nullable Instant ended,
        String message,
        @Nullable Long request) {

    static AttemptJson of(JudgedAttempt judged) {
        Attempt attempt = judged.attempt();
        Attempt.Asked asked = attempt.asked();
        return new AttemptJson(
                attempt.id(),
                judged.status(),
                attempt.times().started(),
                attempt.times().ended(),
                attempt.recorded().message(),
                asked == null ? null : asked.entry());
    }
}
