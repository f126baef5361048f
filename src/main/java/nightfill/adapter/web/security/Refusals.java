package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.security.AccessMatrix.Row;
import nightfill.application.access.AccessTrail;
import nightfill.domain.words.Visible;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says why nothing was done, and what to do: the page was old, there is no such page, or the role is too low; and notes it. */
record Refusals(Pages pages, AccessMatrix matrix, AccessTrail trail) implements AccessDeniedHandler {

    private static final Notice OLD_PAGE = new Notice(
            "Your page is old", "Nothing was done. Go back, reload the page, and look again before you press.");
    private static final Notice FOREIGN =
            new Notice("Another site sent this", "Nothing was done. Open the page here, and press the button there.");
    private static final Notice LOW_ROLE = new Notice(
            "Your role does not allow this", "Nothing was done. Ask an admin for another role, or to do it.");
    private static final Notice NO_PAGE = new Notice("There is no such page", "Nothing was done.");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            refuse(request, response, OLD_PAGE);
        } else if (refusal instanceof ForeignRequests.Foreign) {
            refuse(request, response, FOREIGN);
        } else if (matrix.row(request).isPresent()) {
            refuse(request, response, LOW_ROLE);
        } else {
            pages.send(response, HttpStatus.NOT_FOUND, request, NO_PAGE);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Notice why) throws IOException {
        String path = Visible.brief(request.getRequestURI());
        String mapping =
                request.getMethod() + " " + matrix.row(request).map(Row::path).orElse(path);
        Signer.maybe(request).ifPresent(who -> trail.refused(who, mapping, path, why.heading()));
        pages.send(response, HttpStatus.FORBIDDEN, request, why);
    }
}
