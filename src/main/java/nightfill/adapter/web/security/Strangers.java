package nightfill.adapter.web.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import nightfill.application.access.SetUp;
import org.jspecify.annotations.Nullable;

/** The sessions of those who are not logged in: short, and only so many; the oldest make way for others. */
public final class Strangers implements HttpSessionListener, HttpSessionAttributeListener {

    /** As long as a setup code: whoever brings it may have to install an authenticator first. */
    private static final Duration IDLE = SetUp.VALIDITY;

    private final int most;
    private final Set<HttpSession> sessions = new LinkedHashSet<>();

    Strangers(int most) {
        this.most = most;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
        HttpSession oldest = added(event.getSession());
        if (oldest != null) {
            oldest.invalidate();
        }
    }

    private synchronized @Nullable HttpSession added(HttpSession session) {
        sessions.add(session);
        if (sessions.size() <= most) {
            return null;
        }
        HttpSession oldest = sessions.iterator().next();
        sessions.remove(oldest);
        return oldest;
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(SPRING_SECURITY_CONTEXT_KEY)) {
            event.getSession().setMaxInactiveInterval((int) SessionRules.IDLE.toSeconds());
            forget(event.getSession());
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession());
    }

    private synchronized void forget(HttpSession session) {
        sessions.remove(session);
    }
}
