package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a page may load and who may frame it: alike for all, but that one page frames a night's report, which can do nothing. */
final class FramedReport implements HeaderWriter {

    static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final String PAGE = "/nights/{date}/{number}/report";
    private static final RequestMatcher AROUND = matcher(PAGE);
    private static final RequestMatcher FRAMED = matcher(PAGE + "/framed");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean framed = FRAMED.matches(request);
        response.setHeader("Content-Security-Policy", framed ? POLICY : policy(request));
        response.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
    }

    private static String policy(HttpServletRequest request) {
        return AROUND.matches(request) ? Headers.POLICY + "; frame-src 'self'" : Headers.POLICY;
    }

    private static RequestMatcher matcher(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path);
    }
}
