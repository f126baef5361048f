package nightfill.domain.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail: what was asked for, or what came of it.
 *
 * @param id from 1 on, without gaps
 * @param at to the microsecond
 */
public record AuditEntry(long id, Instant at, Request request, Outcome outcome, Link link) {

    /**
     * What was asked for, and by whom; an outcome repeats it.
     *
     * @param act what is to be done
     * @param subject what it is to be done to
     * @param note why
     */
    public record Request(Actor actor, String act, String subject, String note) {

        /** They all change what the run lock guards. */
        private static final Set<String> COMMANDS = Set.of("run", "stop", "abandon");

        public Request {
            act = storable(act);
            subject = storable(subject);
            note = storable(note);
        }

        /** Whether one may overturn what the other was decided on. */
        public boolean rivals(Request other) {
            return subject.equals(other.subject) || (isAboutRuns() && other.isAboutRuns());
        }

        private boolean isAboutRuns() {
            return COMMANDS.contains(act.split(" ", 2)[0]);
        }
    }

    /**
     * What came of a request.
     *
     * @param answers the entry of the request; null in the entry of a request itself
     * @param word how it ended, in a word for programs
     * @param message the same for people, in a line
     */
    public record Outcome(@Nullable Long answers, String word, String message) {

        /** Nothing yet. */
        public static final Outcome OPEN = new Outcome(null, "", "");

        public Outcome {
            word = storable(word);
            message = storable(message);
        }
    }

    /** What ties an entry to the one before it: that one's hash, and its own. */
    public record Link(String previous, String hash) {}

    /** Whether it asks for something, rather than say what came of it. */
    public boolean isRequest() {
        return outcome.word().isEmpty();
    }

    /** The text as any database can keep it. */
    static String storable(String text) {
        return text.replace('\0', '\u2400');
    }
}
