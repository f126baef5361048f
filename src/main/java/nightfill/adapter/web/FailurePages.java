package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.ProblemWording;
import nightfill.application.sampling.Loss;
import nightfill.application.sampling.Snapshot;
import nightfill.view.Moments;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says what kept a page from being shown: a problem in its own words; all else is in the log, and never on the page. */
@ControllerAdvice
public record FailurePages(Pages pages, ProblemWording wording, Clock clock, Loss loss) {

    @ExceptionHandler
    public ResponseEntity<byte[]> of(HttpServletRequest request, Problem problem) {
        HttpStatus status = problem.kind() == Kind.FAILED ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT;
        return pages.show(status, request, new Notice("That cannot be done now", wording.line(problem)));
    }

    @ExceptionHandler
    public ResponseEntity<byte[]> of(HttpServletRequest request, Exception failure) {
        Notice notice = failure instanceof RuntimeException unanswered ? notice(unanswered) : null;
        if (notice != null) {
            LoggerFactory.getLogger(FailurePages.class)
                    .warn("{}: {}", request.getRequestURI(), notice.heading(), failure);
            return pages.show(HttpStatus.SERVICE_UNAVAILABLE, request, notice);
        }
        if (failure instanceof TypeMismatchException) {
            return pages.show(HttpStatus.BAD_REQUEST, request, Notice.UNREADABLE);
        }
        LoggerFactory.getLogger(FailurePages.class).error("{} failed", request.getRequestURI(), failure);
        String now = Moments.exactly(clock.instant(), clock.getZone());
        return pages.show(
                HttpStatus.INTERNAL_SERVER_ERROR,
                request,
                new Notice(
                        "Something went wrong",
                        done(request) + "The details are in the console's log at " + now + "."));
    }

    /** Whether it was, nobody can say here. */
    private static String done(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? "It may have been done all the same, or in part: look in the audit trail before you press again. "
                : "";
    }

    private @Nullable Notice notice(RuntimeException failure) {
        return loss.unanswered(failure)
                .map(state -> state == Snapshot.State.SLOW ? Notice.TOO_SLOW : Notice.DATABASE_GONE)
                .orElse(null);
    }
}
