package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nightfill.application.access.Account;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Lets a session go on, under another id, whose person has just changed the account, which ends all others. */
public final class OwnSession {

    private OwnSession() {}

    /** It grows no younger by that. */
    public static void goOn(HttpServletRequest request, HttpServletResponse response, Account changed) {
        Visitor visitor = Visitor.of(changed, Visitor.of(request).since());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(AccountLogIn.authenticated(visitor));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
