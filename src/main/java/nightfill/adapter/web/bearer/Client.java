package nightfill.adapter.web.bearer;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import nightfill.application.token.Token;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Role;
import org.springframework.security.core.Authentication;

/** A program that has shown its token. */
public record Client(String name, Role role) implements Principal {

    static Client of(Token token) {
        return new Client(token.client().text(), token.role());
    }

    /**
     * Who signs in the audit trail for what a request asks for.
     *
     * @throws IllegalStateException when it bears no token, which the matrix of who may do what prevents
     */
    public static Actor actor(HttpServletRequest request) {
        return maybe(request).orElseThrow(() -> new IllegalStateException("no program has shown its token"));
    }

    static Optional<Actor> maybe(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who && who.getPrincipal() instanceof Client client
                ? Optional.of(client.actor(request.getRemoteAddr()))
                : Optional.empty();
    }

    Actor actor(String address) {
        return new Actor(Actor.Kind.TOKEN, name, address);
    }

    @Override
    public String getName() {
        return name;
    }
}
