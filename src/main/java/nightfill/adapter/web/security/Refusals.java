package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says why nothing was done, and what to do: the page was old, there is no such page, or the role is too low. */
final class Refusals implements AccessDeniedHandler {

    private final Pages pages;
    private final AccessMatrix matrix;

    Refusals(Pages pages, AccessMatrix matrix) {
        this.pages = pages;
        this.matrix = matrix;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            send(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    new Notice(
                            "Your page is old",
                            "Nothing was done. Go back, reload the page, and look again before you press."));
        } else if (matrix.knows(request)) {
            send(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    new Notice(
                            "Your role does not allow this",
                            "Nothing was done. Ask an admin for another role, or to do it."));
        } else {
            send(request, response, HttpStatus.NOT_FOUND, new Notice("There is no such page", "Nothing was done."));
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Notice notice)
            throws IOException {
        pages.send(response, status, "notice", Frame.of(request, notice.heading()), notice);
    }
}
