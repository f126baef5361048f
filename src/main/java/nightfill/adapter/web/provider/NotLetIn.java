package nightfill.adapter.web.provider;

import nightfill.domain.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** Somebody whom the console does not let in, whatever the provider says. */
final class NotLetIn extends AuthenticationException {

    private final ProviderRefusal why;
    private final transient @Nullable Actor who;

    /**
     * @param message says it to those who read the audit trail or the log
     * @param who null where that is not known
     */
    NotLetIn(ProviderRefusal why, String message, @Nullable Actor who) {
        super(message);
        this.why = why;
        this.who = who;
    }

    ProviderRefusal why() {
        return why;
    }

    @Nullable
    Actor who() {
        return who;
    }
}
