package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nightfill.adapter.web.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Leads whoever is not logged in to where they can, and back there whoever could not; a page that polls is only told. */
record WayIn() implements AuthenticationEntryPoint, AuthenticationFailureHandler, AuthenticationSuccessHandler {

    static final String PATH = "/log-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (Frame.isPoll(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            String back = WayBack.to(request);
            response.sendRedirect(back.isEmpty() ? PATH : PATH + "?" + back);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication visitor) throws IOException {
        String back = WayBack.of(request);
        response.sendRedirect(back.isEmpty() ? "/" : back);
    }

    /** One answer for whatever was wrong, unless it was the database that did not say. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String why = refusal instanceof AuthenticationServiceException ? "gone" : "refused";
        response.sendRedirect(path(why, WayBack.of(request)));
    }

    /** The page of the log-in, where it is to say why nobody came in. */
    static String path(String why, String to) {
        String back = WayBack.parameter(to);
        return PATH + "?" + why + (back.isEmpty() ? "" : "&" + back);
    }
}
