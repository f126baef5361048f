package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Actor.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who signs in the audit trail for what a request asks for. */
public final class Signer {

    private Signer() {}

    /** Whose session it is, from where the request came. */
    public static Actor of(HttpServletRequest request) {
        return of(Visitor.of(request), request.getRemoteAddr());
    }

    static Actor of(Visitor visitor, String address) {
        return new Actor(Kind.CONSOLE, visitor.name(), address);
    }

    /** Nobody, where nobody is logged in. */
    static Optional<Actor> maybe(HttpServletRequest request) {
        return maybe(SecurityContextHolder.getContext().getAuthentication(), request);
    }

    /** The same of somebody who may be leaving. */
    static Optional<Actor> maybe(@Nullable Authentication who, HttpServletRequest request) {
        return who != null && who.getPrincipal() instanceof Visitor visitor
                ? Optional.of(of(visitor, request.getRemoteAddr()))
                : Optional.empty();
    }
}
