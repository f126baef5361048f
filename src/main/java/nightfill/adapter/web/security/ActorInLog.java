package nightfill.adapter.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nightfill.domain.access.Actor;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the log say whose request an entry is about. */
final class ActorInLog extends OncePerRequestFilter {

    private static final String LABEL = "actor";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor = Signer.maybe(SecurityContextHolder.getContext().getAuthentication(), request);
        actor.ifPresent(who -> MDC.put(LABEL, who.title()));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LABEL);
        }
    }
}
