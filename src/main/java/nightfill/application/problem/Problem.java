package nightfill.application.problem;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;

/** Ends a use case: of what kind it is, what is wrong and where, and remedies, which each driver words. */
public final class Problem extends RuntimeException {

    private final Kind kind;
    private final transient List<Remedy> remedies;

    public Problem(Kind kind, String what, Remedy... remedies) {
        this(kind, what, null, remedies);
    }

    /** @param remedies alternatives, the most likely one first */
    public Problem(Kind kind, String what, @Nullable Throwable cause, Remedy... remedies) {
        super(Visible.text(what), cause);
        this.kind = kind;
        this.remedies = List.of(remedies);
    }

    public static Problem failed(String what, Remedy... remedies) {
        return new Problem(Kind.FAILED, what, remedies);
    }

    /** What cannot be done, because of trouble with a file. */
    public static Problem failed(String what, IOException trouble) {
        Act remedy = trouble instanceof InterruptedIOException ? Act.CONTINUE : Act.FIX_AND_RETRY;
        return new Problem(Kind.FAILED, what + ": " + FileTrouble.of(trouble), trouble, remedy);
    }

    public static Problem usage(String what, Remedy... remedies) {
        return new Problem(Kind.USAGE, what, remedies);
    }

    public static Problem refused(String what, Remedy... remedies) {
        return new Problem(Kind.REFUSED, what, remedies);
    }

    public static Problem busy(String what, Remedy... remedies) {
        return new Problem(Kind.BUSY, what, remedies);
    }

    public static Problem notReady(String what, Remedy... remedies) {
        return new Problem(Kind.NOT_READY, what, remedies);
    }

    public static Problem unbalanced(String what, Remedy... remedies) {
        return new Problem(Kind.UNBALANCED, what, remedies);
    }

    /** The same problem, of which more is known. */
    public Problem and(String more) {
        return new Problem(kind, what() + "; " + more, this, remedies.toArray(Remedy[]::new));
    }

    public Kind kind() {
        return kind;
    }

    /** One line: what is wrong and where, without what to do. */
    public String what() {
        return String.valueOf(getMessage());
    }

    public List<Remedy> remedies() {
        return remedies;
    }

    /** What a problem means for whoever runs the use case; a driver makes exit or status codes of it. */
    public enum Kind {
        /** May pass by itself: database, disk, publish. */
        FAILED,
        /** What was asked for makes no sense. */
        USAGE,
        /** Nothing was changed; a person decides. */
        REFUSED,
        /** Somebody else is at work there. */
        BUSY,
        /** The date is finished, but its feeds have changed since. */
        FEEDS_CHANGED,
        /** As somebody asked. */
        STOPPED,
        /** Feeds are missing, torn or changing. */
        NOT_READY,
        /** The books or the reports are wrong. */
        UNBALANCED
    }
}
