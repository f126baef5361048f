package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Actor.Kind;

/** Who signs in the audit trail for what a request asks for. */
public final class Signer {

    private Signer() {}

    /** Whose session it is, from where the request came. */
    public static Actor of(HttpServletRequest request) {
        return new Actor(Kind.CONSOLE, Visitor.of(request).name(), request.getRemoteAddr());
    }
}
