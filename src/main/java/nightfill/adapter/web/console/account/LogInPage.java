package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.security.KnownAccounts;
import nightfill.adapter.web.security.WayBack;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
public record LogInPage(Pages pages, KnownAccounts accounts, InstantSource clock) {

    /**
     * @param refused whether the last try came to nothing, for whatever reason
     * @param gone whether nobody can log in, as the database does not answer
     * @param to where the person wanted to go
     */
    record View(boolean refused, boolean left, boolean gone, String to) {}

    @GetMapping("/log-in")
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        View view = new View(
                request.getParameter("refused") != null,
                request.getParameter("left") != null,
                request.getParameter("gone") != null || !accounts.areKnown(clock),
                WayBack.of(request));
        return pages.show("log-in", Frame.of(request, "Log in"), view);
    }
}
