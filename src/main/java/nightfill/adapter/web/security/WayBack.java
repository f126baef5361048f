package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where whoever logs in wanted to go: a page of this console, and nothing else. */
public final class WayBack {

    /** The field, and the parameter, that keeps it meanwhile. */
    private static final String FIELD = "to";

    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[!-~]{0,1000}");

    private WayBack() {}

    /** Empty where that is the first page. */
    public static String of(HttpServletRequest request) {
        return safe(Objects.requireNonNullElse(request.getParameter(FIELD), ""));
    }

    /** A parameter for the way to the page that a request asks for; empty where there is none to go back to. */
    static String to(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return ForeignRequests.isReading(request) ? parameter(safe(path)) : "";
    }

    static String parameter(String path) {
        return path.isEmpty() ? "" : FIELD + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static String safe(String path) {
        return OWN.matcher(path).matches() && !path.equals("/") ? path : "";
    }
}
