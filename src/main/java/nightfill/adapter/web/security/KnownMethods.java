package nightfill.adapter.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through what the console understands, which is to show a page and to press a button; nobody has to be known for that. */
final class KnownMethods extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final Notice UNKNOWN =
            new Notice("The console does not know this method", "Nothing was done. Pages take GET, HEAD and POST.");

    private final Pages pages;

    KnownMethods(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
            pages.send(response, HttpStatus.METHOD_NOT_ALLOWED, request, UNKNOWN);
        }
    }
}
