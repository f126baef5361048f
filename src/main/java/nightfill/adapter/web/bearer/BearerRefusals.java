package nightfill.adapter.web.bearer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Problems;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.adapter.web.security.AccessMatrix.Row;
import nightfill.application.access.AccessTrail;
import nightfill.domain.words.Visible;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says to a program why it was not let in, or not to this. */
record BearerRefusals(Problems problems, AccessMatrix matrix, AccessTrail trail)
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final String LOW_ROLE = "the role of this token does not allow this";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"nightfill\"");
        problems.send(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "this takes a token in the header Authorization: Bearer …; an admin makes one in the console");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof AuthenticationServiceException) {
            problems.send(request, response, HttpStatus.SERVICE_UNAVAILABLE, Problems.DATABASE_GONE);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"nightfill\", error=\"invalid_token\"");
        problems.send(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "no token that counts is in the header Authorization; an admin makes one in the console");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        Optional<Row> row = matrix.row(request);
        List<String> methods = matrix.methods(request);
        if (row.isPresent()) {
            refuseRole(request, row.get());
            problems.send(request, response, HttpStatus.FORBIDDEN, LOW_ROLE);
        } else if (methods.isEmpty()) {
            problems.send(request, response, HttpStatus.NOT_FOUND, "there is nothing here; see /api/openapi.json");
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            problems.send(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "this takes %s; nothing was done".formatted(String.join(" and ", methods)));
        }
    }

    private void refuseRole(HttpServletRequest request, Row row) {
        trail.refused(
                Client.actor(request),
                request.getMethod() + " " + row.path(),
                Visible.brief(request.getRequestURI()),
                LOW_ROLE);
    }
}
