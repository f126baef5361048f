package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import nightfill.adapter.web.QrCode;
import nightfill.application.access.MakeKeys;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Totp;

/** The factor that a session was shown; it stays the same until it is taken, so that it can be typed in peace. */
public record OfferedFactor(MakeKeys keys) {

    private static final String SECRET = "factor";

    /**
     * A factor as an app takes it up.
     *
     * @param secret in groups
     */
    record Shown(String secret, QrCode qr) {}

    Totp of(HttpServletRequest request) {
        HttpSession session = request.getSession();
        return Optional.ofNullable(session.getAttribute(SECRET))
                .map(secret -> new Totp(secret.toString()))
                .orElseGet(() -> {
                    Totp made = keys.newFactor();
                    session.setAttribute(SECRET, made.secret());
                    return made;
                });
    }

    Shown shown(HttpServletRequest request, AccountName name) {
        Totp factor = of(request);
        return new Shown(factor.secret().replaceAll("(.{4})(?!$)", "$1 "), QrCode.of(factor.uri(name)));
    }

    /** The next one that is shown will be another one. */
    void taken(HttpServletRequest request) {
        request.getSession().removeAttribute(SECRET);
    }
}
