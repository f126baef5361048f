package nightfill.adapter.web.security;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import nightfill.application.access.AccessTrail;
import nightfill.application.access.LogIn;
import nightfill.application.access.LogIn.Attempt;
import nightfill.application.access.LogIn.LoggedIn;
import nightfill.application.sampling.Loss;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Asks the use case who came in, notes it, and keeps nothing of what was typed. */
public record AccountLogIn(LogIn logIn, AccessTrail trail, Loss loss, InstantSource clock)
        implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication typed) {
        try {
            return authenticated(typed);
        } catch (RuntimeException e) {
            if (loss.unanswered(e).isEmpty()) {
                throw e;
            }
            throw new AuthenticationServiceException("the database does not answer", e);
        }
    }

    private Authentication authenticated(Authentication typed) {
        Typed more = (Typed) Objects.requireNonNull(typed.getDetails());
        String name = String.valueOf(typed.getName());
        String password = String.valueOf(typed.getCredentials());
        if (logIn.logIn(new Attempt(name, password, more.code(), more.address())) instanceof LoggedIn in) {
            Visitor visitor = Visitor.of(in.account(), clock.instant());
            trail.loggedIn(Signer.of(visitor, more.address()));
            return authenticated(visitor);
        }
        trail.refusedLogIn(name, more.address());
        throw new BadCredentialsException("refused");
    }

    /** Somebody who was let in. */
    public static Authentication authenticated(Visitor visitor) {
        return UsernamePasswordAuthenticationToken.authenticated(
                visitor, null, List.of(new SimpleGrantedAuthority(visitor.role().name())));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
