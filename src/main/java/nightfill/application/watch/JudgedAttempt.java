package nightfill.application.watch;

import java.util.List;
import java.util.Optional;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/** An attempt, and what to make of it. */
public record JudgedAttempt(Attempt attempt, NightStatus status) {

    static JudgedAttempt of(Attempt attempt, Optional<Liveness> owner) {
        return new JudgedAttempt(attempt, attempt.recorded().judge(attempt.last(), owner));
    }

    /** The status of the last one; null where there is none. */
    static @Nullable NightStatus last(List<JudgedAttempt> attempts) {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).status();
    }
}
