package nightfill.adapter.web.bearer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nightfill.application.access.AccessTrail;
import nightfill.application.sampling.Loss;
import nightfill.application.token.Token;
import nightfill.application.token.Tokens;
import nightfill.domain.access.TokenSecret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Finds out whose token a request bears (RFC 6750, in its header alone); one that was revoked counts no more at once. */
public record BearerTokens(Tokens tokens, AccessTrail trail, Loss loss)
        implements AuthenticationConverter, AuthenticationManager {

    private static final String SCHEME = "Bearer ";
    private static final String ACT = "use the API";

    /** Who may be who they say, and from where. */
    private record Shown(String secret, String address) {

        /** Nothing that a log may show. */
        @Override
        public String toString() {
            return "a token from " + address;
        }
    }

    /** Null where it bears none. */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        Shown shown = new Shown(header.substring(SCHEME.length()).strip(), request.getRemoteAddr());
        return new PreAuthenticatedAuthenticationToken(shown, "");
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Shown shown = (Shown) Objects.requireNonNull(asked.getPrincipal());
        Token token = bearing(shown).orElseThrow(() -> {
            trail.refusedToken(ACT, shown.address(), "there is no such token");
            return new BadCredentialsException("no such token");
        });
        Client client = Client.of(token);
        if (!token.counts()) {
            trail.refused(client.actor(shown.address()), ACT, "", "the token was revoked");
            throw new BadCredentialsException("revoked");
        }
        return new PreAuthenticatedAuthenticationToken(
                client, "", List.of(new SimpleGrantedAuthority(client.role().name())));
    }

    /**
     * Asks again.
     *
     * @throws org.springframework.security.core.AuthenticationException when the token of a request counts no more
     */
    public void requireStill(HttpServletRequest request) {
        authenticate(Objects.requireNonNull(convert(request)));
    }

    private Optional<Token> bearing(Shown shown) {
        try {
            return TokenSecret.parse(shown.secret()).map(TokenSecret::hash).flatMap(tokens::bearing);
        } catch (RuntimeException e) {
            if (!loss.isLoss(e) && !loss.isSlow(e)) {
                throw e;
            }
            throw new AuthenticationServiceException("the database does not answer", e);
        }
    }
}
