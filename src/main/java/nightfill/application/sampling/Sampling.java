package nightfill.application.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the database for all who look; as long as it does not answer, one of them tries again from time to time. */
public final class Sampling {

    /** How old an answer may be that is given to a page which asks by itself. */
    public static final Duration AGE = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Loss loss;
    private @Nullable Instant lostAt;
    private boolean trying;

    public Sampling(InstantSource clock, Loss loss) {
        this.clock = clock;
        this.loss = loss;
    }

    /** Samples of what a question about a key is answered with. */
    public <K, T> Samples<K, T> of(Function<K, T> question) {
        return new Samples<>(this, question);
    }

    /**
     * Asks, unless the database has just failed to answer, or somebody else is trying whether it does again.
     *
     * @throws Unanswered where it does not answer
     */
    <T> Snapshot<T> ask(Supplier<T> question, Instant since) {
        if (!mayAsk(since)) {
            throw new Unanswered(null);
        }
        Instant at = clock.instant();
        try {
            Snapshot<T> snapshot = new Snapshot<>(question.get(), at, false);
            asked(null);
            return snapshot;
        } catch (RuntimeException e) {
            if (!loss.isLoss(e)) {
                asked(null);
                throw e;
            }
            asked(clock.instant());
            throw new Unanswered(e);
        }
    }

    private synchronized boolean mayAsk(Instant since) {
        if (lostAt == null) {
            return true;
        }
        if (trying || lostAt.isAfter(since) || lostAt.plus(AGE).isAfter(clock.instant())) {
            return false;
        }
        trying = true;
        return true;
    }

    private synchronized void asked(@Nullable Instant lost) {
        lostAt = lost;
        trying = false;
    }
}
