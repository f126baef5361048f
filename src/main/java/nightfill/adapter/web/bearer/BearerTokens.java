package nightfill.adapter.web.bearer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.adapter.web.security.ForeignRequests;
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

/**
 * Finds out whose token a request bears (RFC 6750, in its header alone); one that was revoked counts no more at once. While
 * the database does not answer, whoever was let in last may go on looking, and do nothing.
 */
public final class BearerTokens implements AuthenticationConverter, AuthenticationManager {

    private static final String SCHEME = "Bearer ";
    private static final String ACT = "use the API";

    private final Tokens tokens;
    private final AccessTrail trail;
    private final Loss loss;

    /** By the hash of the secret; no more than there are. */
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    public BearerTokens(Tokens tokens, AccessTrail trail, Loss loss) {
        this.tokens = tokens;
        this.trail = trail;
        this.loss = loss;
    }

    /** Who may be who they say, from where, and whether they only look. */
    private record Shown(String secret, String address, boolean looks) {

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
        Shown shown = new Shown(
                header.substring(SCHEME.length()).strip(), request.getRemoteAddr(), ForeignRequests.isReading(request));
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
        return TokenSecret.parse(shown.secret()).map(TokenSecret::hash).flatMap(hash -> bearing(shown, hash));
    }

    private Optional<Token> bearing(Shown shown, String hash) {
        try {
            Optional<Token> found = tokens.bearing(hash);
            found.filter(Token::counts).ifPresentOrElse(token -> known.put(hash, token), () -> known.remove(hash));
            return found;
        } catch (RuntimeException e) {
            if (loss.unanswered(e).isEmpty()) {
                throw e;
            }
            return Optional.of(Optional.ofNullable(known.get(hash))
                    .filter(token -> shown.looks())
                    .orElseThrow(() -> new AuthenticationServiceException("the database does not answer", e)));
        }
    }
}
