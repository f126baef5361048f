package nightfill.adapter.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import nightfill.domain.proof.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The style sheet, the script and the icon; there are no other files, and none comes from elsewhere. */
@Controller
public final class StaticFiles {

    private static final String STYLE = "/console.css";
    private static final String SCRIPT = "/live.js";

    private static final String ICON = "/icon.svg";

    /** Where browsers look for it by themselves. */
    private static final String FAVICON = "/favicon.ico";

    public static final Set<String> PATHS = Set.of(STYLE, SCRIPT, ICON, FAVICON);

    private final ResponseEntity<byte[]> style =
            file("text/css", Pages.text("/nightfill/page/tokens.css") + Pages.text("console.css"));
    private final ResponseEntity<byte[]> script = file("text/javascript", Pages.text("live.js"));
    private final ResponseEntity<byte[]> icon = file("image/svg+xml", Pages.text("icon.svg"));

    @GetMapping(STYLE)
    public ResponseEntity<byte[]> style() {
        return style;
    }

    @GetMapping(SCRIPT)
    public ResponseEntity<byte[]> script() {
        return script;
    }

    @GetMapping({ICON, FAVICON})
    public ResponseEntity<byte[]> icon() {
        return icon;
    }

    private static ResponseEntity<byte[]> file(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                .eTag(Sha256.of(bytes))
                .body(bytes);
    }
}
