package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says why nothing was done, and what to do: the page was old, there is no such page, or the role is too low. */
record Refusals(Pages pages, AccessMatrix matrix) implements AccessDeniedHandler {

    private static final Notice OLD_PAGE = new Notice(
            "Your page is old", "Nothing was done. Go back, reload the page, and look again before you press.");
    private static final Notice LOW_ROLE = new Notice(
            "Your role does not allow this", "Nothing was done. Ask an admin for another role, or to do it.");
    private static final Notice NO_PAGE = new Notice("There is no such page", "Nothing was done.");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            pages.send(response, HttpStatus.FORBIDDEN, request, OLD_PAGE);
        } else if (matrix.knows(request)) {
            pages.send(response, HttpStatus.FORBIDDEN, request, LOW_ROLE);
        } else {
            pages.send(response, HttpStatus.NOT_FOUND, request, NO_PAGE);
        }
    }
}
