package nightfill.adapter.web.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import nightfill.adapter.web.security.Visitor;
import nightfill.adapter.web.security.Visitor.Provided;
import nightfill.application.access.AccessTrail;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Actor.Kind;
import nightfill.domain.access.FactorFreshness;
import nightfill.domain.access.ProvidedName;
import nightfill.domain.access.Role;
import nightfill.domain.access.RoleClaim;
import nightfill.domain.words.Visible;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;

/** Makes somebody whom the console knows of whom a provider vouches for, and notes that they come in. */
record Vouching(Provider provider, AccessTrail trail, InstantSource clock) {

    /** The longest that the protocol has. */
    private static final int LONGEST_SUBJECT = 255;

    /**
     * Who comes in.
     *
     * @param again whether they were to prove once more who they are
     * @throws NotLetIn when they have no name or role here, or have not proved it of late
     */
    Visitor visitor(OidcIdToken token, boolean again, String address) {
        ProvidedName name = name(token);
        Actor who = new Actor(Kind.CONSOLE, name.text(), address);
        Role role = provider.roles().in(token.getClaims()).orElseThrow(() -> withoutRole(token, who));
        Instant proved = proved(token);
        if (again && !FactorFreshness.isFresh(proved, clock.instant())) {
            throw new NotLetIn(ProviderRefusal.NOT_AGAIN, "the provider did not ask for another log-in", who);
        }
        trail.loggedIn(
                who,
                "%s vouches for subject %s; claim %s gives the role %s"
                        .formatted(
                                provider.issuer(),
                                subject(token),
                                provider.roles().name(),
                                role.title()));
        return Visitor.of(name, role, clock.instant(), new Provided(provider.name(), proved));
    }

    private ProvidedName name(OidcIdToken token) {
        Object verified = token.getClaims().getOrDefault(StandardClaimNames.EMAIL_VERIFIED, true);
        return ProvidedName.of(
                        provider.name(),
                        Arrays.asList(
                                token.getPreferredUsername(),
                                Boolean.TRUE.equals(verified) ? token.getEmail() : null,
                                token.getSubject()))
                .filter(name -> subject(token).length() <= LONGEST_SUBJECT)
                .orElseThrow(
                        () -> new NotLetIn(ProviderRefusal.NAME, "the provider says no name that can be kept", null));
    }

    private NotLetIn withoutRole(OidcIdToken token, Actor who) {
        RoleClaim claim = provider.roles();
        return new NotLetIn(
                ProviderRefusal.ROLE,
                "claim %s %s; subject %s of %s"
                        .formatted(
                                claim.name(),
                                claim.isIn(token.getClaims()) ? "has no value that gives a role" : "is missing",
                                subject(token),
                                provider.issuer()),
                who);
    }

    /** Where the provider's clock is ahead, now; long ago where it does not say, or says something else there. */
    private Instant proved(OidcIdToken token) {
        Instant said =
                token.getClaims().get(IdTokenClaimNames.AUTH_TIME) instanceof Instant instant ? instant : Instant.EPOCH;
        Instant now = clock.instant();
        return said.isAfter(now) ? now : said;
    }

    private static String subject(OidcIdToken token) {
        return Visible.text(Objects.requireNonNull(token.getSubject()));
    }
}
