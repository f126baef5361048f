package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Flash;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.console.account.AccountActPage.AccountPlace;
import nightfill.adapter.web.console.account.AccountActPage.Text;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.adapter.web.security.Signer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.token.ManageTokens;
import nightfill.application.token.Token;
import nightfill.view.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Which programs may use the API, and where an admin lets one in no more. */
@Controller
public record TokensPage(
        Pages pages, ManageTokens tokens, FreshFactor factor, Recorded recorded, ProblemWording wording, ZoneId zone) {

    static final String PATH = "/tokens";

    private static final String REVOKE = PATH + "/{client}/revoke";
    private static final Notice NONE = new Notice("There is no such token", "Look at the list of tokens.");

    record ListView(List<Line> tokens, boolean none, String zone) {}

    /** A program; {@code revoke} the address where it is let in no more, null where it is not let in. */
    record Line(
            String client,
            String role,
            AccountLine.Seen made,
            AccountLine.@Nullable Seen revoked,
            @Nullable String revoke) {

        private static Line of(Token token, ZoneId zone) {
            Instant revoked = token.revoked().orElse(null);
            return new Line(
                    token.client().text(),
                    token.role().title(),
                    AccountLine.Seen.of(token.made(), zone),
                    revoked == null ? null : AccountLine.Seen.of(revoked, zone),
                    revoked == null ? revocation(token) : null);
        }
    }

    private static String revocation(Token token) {
        return PATH + "/" + URLEncoder.encode(token.client().text(), StandardCharsets.UTF_8) + "/revoke";
    }

    @GetMapping(PATH)
    public ResponseEntity<byte[]> list(HttpServletRequest request) {
        List<Line> lines =
                tokens.list().stream().map(token -> Line.of(token, zone)).toList();
        return pages.show(
                "tokens", Frame.of(request, "Tokens of programs"), new ListView(lines, lines.isEmpty(), zone.getId()));
    }

    @GetMapping(REVOKE)
    public ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable String client) {
        return found(client)
                .map(token -> show(HttpStatus.OK, request, token, null))
                .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, request, NONE));
    }

    private Optional<Token> found(String client) {
        return tokens.list().stream()
                .filter(token -> token.client().text().equals(client))
                .findFirst();
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, HttpServletRequest request, Token token, @Nullable String refusal) {
        String client = token.client().text();
        Text text = new Text(
                "Revoke the token of " + client,
                List.of("Whoever sends it is refused from now on.", "The audit trail notes that you did it."),
                List.of("Undo anything that %s did, or stop a night that it started.".formatted(client)));
        AccountActPage.View view = new AccountActPage.View(
                text,
                new AccountPlace("Tokens of programs", PATH, revocation(token), 0),
                factor.asked(request),
                token.revoked()
                        .map(since -> "it was revoked at " + Moments.exactly(since, zone))
                        .orElse(null),
                refusal);
        return pages.show(status, "account-act", Frame.of(request, text.title()), view);
    }

    @PostMapping(REVOKE)
    public ResponseEntity<byte[]> revoke(HttpServletRequest request, @PathVariable String client) {
        return found(client)
                .map(token -> revoke(request, token))
                .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, request, NONE));
    }

    private ResponseEntity<byte[]> revoke(HttpServletRequest request, Token token) {
        String line = "the token of %s (%s) counts no more"
                .formatted(token.client(), token.role().title());
        try {
            factor.require(request);
            recorded.work(
                    Signer.of(request),
                    "token revoke",
                    token.client().text(),
                    () -> {
                        tokens.revoke(token.client());
                        return line;
                    },
                    done -> done);
            Flash.leave(request, PATH, "Done: " + line + ".", List.of());
            return SeeOther.at(PATH);
        } catch (Problem problem) {
            return show(
                    AccountActWords.status(problem),
                    request,
                    found(token.client().text()).orElse(token),
                    "Nothing was done: " + wording.line(problem) + ".");
        }
    }
}
