package nightfill.adapter.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what nobody can read: a query or a form that is wrongly encoded, too long, or of too many fields. */
final class UnreadableForms extends OncePerRequestFilter {

    /** The attribute of a request that has what was wrong with its form. */
    static final String WRONG = UnreadableForms.class.getName();

    private final Pages pages;

    UnreadableForms(Pages pages) {
        this.pages = pages;
    }

    /** What programs send is no form, and is not read before their token is. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return AccessMatrix.isForPrograms(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<InvalidParameterException> wrong = wrong(request);
        if (wrong.isPresent()) {
            pages.send(response, HttpStatusCode.valueOf(wrong.get().getErrorCode()), request, Notice.UNREADABLE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The server says it once, to whoever reads first. */
    private static Optional<InvalidParameterException> wrong(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return Optional.ofNullable((InvalidParameterException) request.getAttribute(WRONG));
        } catch (InvalidParameterException e) {
            return Optional.of(e);
        }
    }
}
