package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.provider.Provider;
import nightfill.adapter.web.provider.ProviderRefusal;
import nightfill.adapter.web.security.AtProvider;
import nightfill.adapter.web.security.KnownAccounts;
import nightfill.adapter.web.security.WayBack;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
public record LogInPage(Pages pages, KnownAccounts accounts, Optional<Provider> provider, InstantSource clock) {

    /**
     * @param refused whether the last try came to nothing, for whatever reason
     * @param gone whether nobody can log in, as the database does not answer
     * @param to where the person wanted to go
     * @param provider who else may vouch for people; null where nobody does
     */
    record View(
            boolean refused,
            boolean left,
            boolean gone,
            String to,
            @Nullable Offer provider) {}

    /**
     * A log-in elsewhere.
     *
     * @param refusal why the last one came to nothing; null where it did not
     */
    record Offer(String name, String path, @Nullable String refusal) {

        static Offer of(Provider provider, HttpServletRequest request) {
            return new Offer(
                    provider.name(),
                    AtProvider.path(WayBack.of(request)),
                    ProviderRefusal.of(AtProvider.refusal(request))
                            .map(why -> why.line(provider))
                            .orElse(null));
        }
    }

    @GetMapping("/log-in")
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        View view = new View(
                request.getParameter("refused") != null,
                request.getParameter("left") != null,
                request.getParameter("gone") != null || !accounts.areKnown(clock),
                WayBack.of(request),
                provider.map(known -> Offer.of(known, request)).orElse(null));
        return pages.show("log-in", Frame.of(request, "Log in"), view);
    }
}
