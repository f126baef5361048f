package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.ProblemWording;
import nightfill.application.sampling.Loss;
import nightfill.application.sampling.Unanswered;
import nightfill.view.Moments;
import org.slf4j.LoggerFactory;
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
        if (failure instanceof Unanswered || (failure instanceof RuntimeException lost && loss.isLoss(lost))) {
            LoggerFactory.getLogger(FailurePages.class).warn("the database does not answer", failure);
            return pages.show(HttpStatus.SERVICE_UNAVAILABLE, request, Notice.DATABASE_GONE);
        }
        LoggerFactory.getLogger(FailurePages.class).error("{} failed", request.getRequestURI(), failure);
        String now = Moments.exactly(clock.instant(), clock.getZone());
        return pages.show(
                HttpStatus.INTERNAL_SERVER_ERROR,
                request,
                new Notice(
                        "Something went wrong",
                        "Nothing was done. The details are in the console's log at " + now + "."));
    }
}
