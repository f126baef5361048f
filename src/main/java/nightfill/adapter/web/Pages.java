package nightfill.adapter.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.adapter.web.Frame.AsOf;
import nightfill.application.access.Audited;
import nightfill.domain.proof.Sha256;
import nightfill.domain.words.Visible;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Templates with what a page shows; a page is rendered whole before a byte of it is sent. */
public final class Pages {

    private static final String LONGEST_NOTE = Integer.toString(Audited.LONGEST_NOTE);

    private final Mustache.Compiler compiler = Mustache.compiler()
            .strictSections(true)
            .withFormatter(value -> Visible.unhidden(Numbers.text(value)))
            .withLoader(name -> new StringReader(text(name + ".html")));
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** A page under its template's name, in the frame that all pages have. */
    public ResponseEntity<byte[]> show(String name, Frame frame, Object page) {
        return show(HttpStatusCode.valueOf(200), name, frame, page);
    }

    public ResponseEntity<byte[]> show(HttpStatusCode status, String name, Frame frame, Object page) {
        byte[] bytes = template(name)
                .execute(Map.of("frame", frame, "page", page, "longestNote", LONGEST_NOTE))
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(status)
                .headers(headers -> asOf(headers, frame.asOf()))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .eTag(Sha256.of(bytes))
                .body(bytes);
    }

    private static void asOf(HttpHeaders headers, @Nullable AsOf asOf) {
        if (asOf != null) {
            headers.set("Nightfill-As-Of", asOf.exactly().toString());
            headers.set("Nightfill-Database", asOf.database());
        }
    }

    /** A page that says why there is no other. */
    public ResponseEntity<byte[]> show(HttpStatusCode status, HttpServletRequest request, Notice notice) {
        return show(status, "notice", Frame.of(request, notice.heading()), notice);
    }

    /** Sends such a page where no controller can. */
    public void send(HttpServletResponse response, HttpStatusCode status, HttpServletRequest request, Notice notice)
            throws IOException {
        ResponseEntity<byte[]> shown = show(status, request, notice);
        byte[] bytes = Objects.requireNonNull(shown.getBody());
        response.setStatus(status.value());
        shown.getHeaders().forEach((header, values) -> values.forEach(value -> response.addHeader(header, value)));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Template template(String name) {
        return templates.computeIfAbsent(name, missing -> compiler.compile(text(missing + ".html")));
    }

    /** A file of the console, or of another place by its whole path, as it is. */
    static String text(String name) {
        String path = name.startsWith("/") ? name : "/nightfill/console/" + name;
        try (InputStream stream = Pages.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
