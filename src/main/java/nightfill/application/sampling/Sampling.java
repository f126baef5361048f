package nightfill.application.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import nightfill.application.sampling.Snapshot.State;
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
     * @throws Unanswered where it does not answer, or takes too long over this question
     */
    <T> Snapshot<T> ask(Supplier<T> question, Instant since) {
        if (!mayAsk(since)) {
            throw new Unanswered(State.GONE, null);
        }
        Instant at = clock.instant();
        Instant lost = null;
        try {
            return new Snapshot<>(question.get(), at, State.NEW);
        } catch (RuntimeException e) {
            if (loss.isLoss(e)) {
                lost = clock.instant();
                throw new Unanswered(State.GONE, e);
            }
            throw loss.isSlow(e) ? new Unanswered(State.SLOW, e) : e;
        } finally {
            asked(lost);
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether what failed then is not to be tried again yet for somebody who wants to know how it is since. */
    boolean tooSoon(Instant failed, Instant since) {
        return failed.isAfter(since) || failed.plus(AGE).isAfter(clock.instant());
    }

    private synchronized boolean mayAsk(Instant since) {
        if (lostAt == null) {
            return true;
        }
        if (trying || tooSoon(lostAt, since)) {
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
