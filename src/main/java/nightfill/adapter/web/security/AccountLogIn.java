package nightfill.adapter.web.security;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import nightfill.application.access.Account;
import nightfill.application.access.LogIn;
import nightfill.application.access.LogIn.Attempt;
import nightfill.application.access.LogIn.LoggedIn;
import nightfill.application.access.LogIn.Outcome;
import nightfill.application.access.LogIn.Refused;
import nightfill.application.sampling.Loss;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Asks the use case who came in, and keeps nothing of what was typed. */
public record AccountLogIn(LogIn logIn, Loss loss, InstantSource clock) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication typed) {
        Typed more = (Typed) Objects.requireNonNull(typed.getDetails());
        Outcome outcome = outcome(new Attempt(
                String.valueOf(typed.getName()), String.valueOf(typed.getCredentials()), more.code(), more.address()));
        if (outcome instanceof Refused refused) {
            throw new BadCredentialsException(Long.toString(refused.pause().toSeconds()));
        }
        Account account = ((LoggedIn) outcome).account();
        return UsernamePasswordAuthenticationToken.authenticated(
                Visitor.of(account, clock.instant()),
                null,
                List.of(new SimpleGrantedAuthority(account.role().name())));
    }

    private Outcome outcome(Attempt attempt) {
        try {
            return logIn.logIn(attempt);
        } catch (RuntimeException e) {
            if (!loss.isLoss(e)) {
                throw e;
            }
            throw new AuthenticationServiceException("the database does not answer", e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
