package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;

/** What every answer says about itself: nothing of it runs, loads, frames or is sent elsewhere but what is the console's own. */
final class Headers {

    static final String POLICY = String.join(
            "; ",
            List.of(
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self'",
                    "connect-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "frame-ancestors 'none'",
                    "object-src 'none'",
                    "require-trusted-types-for 'script'",
                    "trusted-types nightfill"));

    private Headers() {}

    static List<HeaderWriter> writers() {
        return Stream.concat(Stream.of(new FramedReport()), alike().stream()).toList();
    }

    /** Of an answer that is no page, to what may not even have an address. */
    static void plain(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "DENY");
        alike().forEach(writer -> writer.writeHeaders(request, response));
    }

    private static List<HeaderWriter> alike() {
        return List.of(
                new XContentTypeOptionsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                permissions(),
                openers(),
                new CacheControlHeadersWriter(),
                transport());
    }

    /** For this name alone: what else is served under it is not the console's to say. */
    private static HeaderWriter transport() {
        return new HstsHeaderWriter(false);
    }

    private static HeaderWriter permissions() {
        PermissionsPolicyHeaderWriter writer = new PermissionsPolicyHeaderWriter();
        writer.setPolicy("camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        return writer;
    }

    private static HeaderWriter openers() {
        CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }
}
