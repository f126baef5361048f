package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import nightfill.application.access.Account;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.util.WebUtils;

/** Lets a session go on, under another id, whose person changes the account, which ends all others. */
public final class OwnSession {

    private OwnSession() {}

    /** What else the session asks for, and would be turned away by the change, waits until it knows of it. */
    public static <T> T changing(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<T> change,
            Function<T, Account> changed) {
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            T done = change.get();
            goOn(request, response, changed.apply(done));
            return done;
        }
    }

    /** It grows no younger by that. */
    private static void goOn(HttpServletRequest request, HttpServletResponse response, Account changed) {
        Visitor visitor = Visitor.of(changed, Visitor.of(request).since());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(AccountLogIn.authenticated(visitor));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
