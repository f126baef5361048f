package nightfill.adapter.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import nightfill.adapter.web.security.AccountLogIn;
import nightfill.adapter.web.security.AtProvider;
import nightfill.application.sampling.Loss;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Lets in whom the provider vouches for, once the framework has proved that it does; what is kept of them is what is kept of
 * everybody, and none of the provider's tokens. Only so many are asked about at once.
 */
final class ProviderLogIn extends OAuth2LoginAuthenticationFilter {

    private static final int AT_ONCE = 8;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Vouching vouching;
    private final Loss loss;

    ProviderLogIn(ClientRegistrationRepository registrations, Vouching vouching, Loss loss) {
        super(registrations, new NoTokens(), AtProvider.BACK);
        this.vouching = vouching;
        this.loss = loss;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        if (!free.tryAcquire()) {
            throw new NotLetIn(ProviderRefusal.BUSY, "too many log in at once", null);
        }
        try {
            return letIn(request, super.attemptAuthentication(request, response));
        } finally {
            free.release();
        }
    }

    private Authentication letIn(HttpServletRequest request, Authentication proved) {
        OidcUser person = (OidcUser) Objects.requireNonNull(proved.getPrincipal());
        try {
            return AccountLogIn.authenticated(
                    vouching.visitor(person.getIdToken(), ProviderRequests.isAgain(request), request.getRemoteAddr()));
        } catch (RuntimeException e) {
            if (loss.unanswered(e).isEmpty()) {
                throw e;
            }
            throw new AuthenticationServiceException("the database does not answer", e);
        }
    }
}
