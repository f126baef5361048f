package nightfill.adapter.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nightfill.adapter.web.Problems;
import nightfill.adapter.web.bearer.Bodies;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.sampling.Loss;
import nightfill.application.sampling.Snapshot;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says to programs what kept something from being done, in one line; all else is in the log alone. */
@RestControllerAdvice(basePackageClasses = ApiFailures.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ApiFailures extends ResponseEntityExceptionHandler {

    private final ProblemWording wording;
    private final Loss loss;

    public ApiFailures(ProblemWording wording, Loss loss) {
        this.wording = wording;
        this.loss = loss;
    }

    @ExceptionHandler
    ProblemDetail of(Problem problem) {
        HttpStatus status = switch (problem.kind()) {
            case FAILED -> HttpStatus.SERVICE_UNAVAILABLE;
            case USAGE -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.CONFLICT;
        };
        return ProblemDetail.forStatusAndDetail(status, wording.line(problem));
    }

    /** Of a token that was revoked while the body came. */
    @ExceptionHandler
    ProblemDetail of(AuthenticationException refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, "the token counts no more; nothing was done");
    }

    @ExceptionHandler
    ProblemDetail of(HttpServletRequest request, RuntimeException failure) {
        if (failure instanceof InvalidParameterException) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "the query cannot be read");
        }
        Optional<Snapshot.State> unanswered = loss.unanswered(failure);
        if (unanswered.isPresent()) {
            LoggerFactory.getLogger(ApiFailures.class).warn("the database gave no answer", failure);
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    request.getMethod().equals("POST")
                            ? "the database does not answer; it may have been done all the same; ask again later"
                            : unanswered.get() == Snapshot.State.SLOW ? Problems.TOO_SLOW : Problems.DATABASE_GONE);
        }
        LoggerFactory.getLogger(ApiFailures.class).error("a request failed", failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "something went wrong; it may have been done all the same; the details are in the console's log");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        HttpStatus how =
                Bodies.isTooLarge(unreadable.getCause()) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(how, Bodies.whyUnread(unreadable.getCause()));
        return handleExceptionInternal(unreadable, problem, headers, how, request);
    }
}
