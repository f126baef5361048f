package nightfill.application.sampling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import nightfill.application.sampling.Snapshot.State;
import org.jspecify.annotations.Nullable;

/** The last answers to a question, by what it was about; who asks while somebody does already waits for that answer. */
public final class Samples<K, T> {

    private static final int KEPT = 100;

    private final Sampling sampling;
    private final Function<K, T> question;
    private final Map<K, Sample> samples = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Sample> eldest) {
            return size() > KEPT;
        }
    };

    Samples(Sampling sampling, Function<K, T> question) {
        this.sampling = sampling;
        this.question = question;
    }

    /**
     * The answer.
     *
     * @param since after when it must have been asked for, as long as the database answers
     * @throws Unanswered where there is none yet, and the database does not answer, or not soon enough
     */
    public Snapshot<T> get(K key, Instant since) {
        return sample(key).get(key, since);
    }

    private Sample sample(K key) {
        synchronized (samples) {
            return samples.computeIfAbsent(key, missing -> new Sample());
        }
    }

    private final class Sample {

        private @Nullable Snapshot<T> last;
        private @Nullable Instant slowAt;

        private synchronized Snapshot<T> get(K key, Instant since) {
            Snapshot<T> known = last;
            if (known != null && known.at().isAfter(since)) {
                return known;
            }
            try {
                return ask(key, since);
            } catch (Unanswered e) {
                if (known == null) {
                    throw e;
                }
                return known.last(e.state());
            }
        }

        /** Whoever waited while it took too long is told so, and does not ask it once more. */
        private Snapshot<T> ask(K key, Instant since) {
            if (slowAt != null && sampling.tooSoon(slowAt, since)) {
                throw new Unanswered(State.SLOW, null);
            }
            try {
                Snapshot<T> fresh = sampling.ask(() -> question.apply(key), since);
                last = fresh;
                return fresh;
            } catch (Unanswered e) {
                slowAt = e.isSlow() ? sampling.now() : null;
                throw e;
            }
        }
    }
}
