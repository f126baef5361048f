package nightfill.adapter.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import nightfill.domain.access.Actor;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the log say whose request an entry is about: nobody's, where nobody is known, rather than whoever serves it. */
public final class ActorInLog extends OncePerRequestFilter {

    private static final String LABEL = "actor";

    private final Function<HttpServletRequest, Optional<Actor>> signer;

    public ActorInLog(Function<HttpServletRequest, Optional<Actor>> signer) {
        this.signer = signer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(LABEL, signer.apply(request).map(Actor::title).orElse(""));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LABEL);
        }
    }
}
