package nightfill.adapter.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what nobody can read: a query or a form that is wrongly encoded, too long, or of too many fields. */
final class UnreadableForms extends OncePerRequestFilter {

    private final Pages pages;

    UnreadableForms(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            pages.send(response, HttpStatusCode.valueOf(e.getErrorCode()), request, Notice.UNREADABLE);
            return;
        }
        chain.doFilter(request, response);
    }
}
