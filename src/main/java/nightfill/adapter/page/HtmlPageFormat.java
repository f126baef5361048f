package nightfill.adapter.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nightfill.application.figures.NightPage;
import nightfill.application.report.PageFormat;
import nightfill.view.Numbers;

/** {@code report.html}: one file without script that refers to nothing outside; what the feeds say is text, never markup. */
public final class HtmlPageFormat implements PageFormat {

    private final Template template = Mustache.compiler()
            .strictSections(true)
            .withFormatter(Numbers::text)
            .compile(resource("page.html"));
    private final String style = resource("page.css");

    @Override
    public byte[] bytes(NightPage page) {
        return template.execute(PageView.of(page, style)).getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlPageFormat.class.getResourceAsStream("/nightfill/page/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
