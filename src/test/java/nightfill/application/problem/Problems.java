package nightfill.application.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.stream.Collectors;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy.Mend;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Requires of some work that it ends with a problem of one kind, and hands that problem back. */
public final class Problems {

    private Problems() {}

    public static Problem refused(ThrowingCallable work) {
        return of(Kind.REFUSED, work);
    }

    public static Problem notReady(ThrowingCallable work) {
        return of(Kind.NOT_READY, work);
    }

    public static Problem failed(ThrowingCallable work) {
        return of(Kind.FAILED, work);
    }

    public static Problem busy(ThrowingCallable work) {
        return of(Kind.BUSY, work);
    }

    public static Problem feedsChanged(ThrowingCallable work) {
        return of(Kind.FEEDS_CHANGED, work);
    }

    public static Problem stopped(ThrowingCallable work) {
        return of(Kind.STOPPED, work);
    }

    public static Problem unbalanced(ThrowingCallable work) {
        return of(Kind.UNBALANCED, work);
    }

    /** What is wrong, and the remedies as values. */
    public static String said(Problem problem) {
        return problem.remedies().stream()
                .map(remedy -> remedy instanceof Mend mend ? mend.how() : remedy.toString())
                .collect(Collectors.joining(", ", problem.what() + "; ", ""));
    }

    public static Problem usage(ThrowingCallable work) {
        return of(Kind.USAGE, work);
    }

    public static Problem of(Kind kind, ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(Problem.class);
        Problem problem = (Problem) thrown;
        assertThat(problem.kind()).as(problem.what()).isEqualTo(kind);
        return problem;
    }
}
