package nightfill.adapter.web.security;

import java.net.URI;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Leads whoever has logged in to the page that they asked for; by its path, for the host was the request's to claim. */
final class WayOn extends SavedRequestAwareAuthenticationSuccessHandler {

    WayOn() {
        setRedirectStrategy((request, response, url) -> response.sendRedirect(path(url)));
    }

    private static String path(String url) {
        URI asked = URI.create(url);
        return asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
    }
}
