package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.ErrorResponseException;

/** Says to programs why something was not done (RFC 9457). */
public record Problems(JacksonJsonHttpMessageConverter json) {

    /** What is said as long as the database does not answer. */
    public static final String DATABASE_GONE = "the database does not answer; nothing was done; ask again later";

    /** What is said where it answers, but not to this. */
    public static final String TOO_SLOW = "this took the database too long, and was given up; ask for less, or later";

    /** Ends what a controller does. */
    public static ErrorResponseException failure(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** Answers where no controller can. */
    public void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        json.write(problem, MediaType.APPLICATION_PROBLEM_JSON, new ServletServerHttpResponse(response));
    }
}
