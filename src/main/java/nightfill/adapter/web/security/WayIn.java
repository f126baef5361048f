package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nightfill.adapter.web.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads whoever is not logged in to where they can, and back there whoever could not; a page that polls is only told. */
record WayIn() implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    static final String PATH = "/log-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (Frame.isPoll(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(PATH);
        }
    }

    /** One answer for whatever was wrong, unless it was the database that did not say. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        response.sendRedirect(PATH + (refusal instanceof AuthenticationServiceException ? "?gone" : "?refused"));
    }
}
