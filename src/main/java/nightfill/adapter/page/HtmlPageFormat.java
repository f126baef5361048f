package nightfill.adapter.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import nightfill.application.figures.NightPage;
import nightfill.application.report.PageFormat;
import nightfill.view.Numbers;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;

/** {@code report.html}: one file without script that refers to nothing outside; what the feeds say is text, never markup. */
public final class HtmlPageFormat implements PageFormat {

    private final Template template = Mustache.compiler()
            .strictSections(true)
            .withFormatter(Numbers::text)
            .compile(resource("page.html"));
    private final String style = resource("tokens.css") + resource("page.css");

    @Override
    public byte[] bytes(NightPage page) {
        return template.execute(PageView.of(page, style)).getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        return Uncheck.get(() -> IOUtils.resourceToString("/nightfill/page/" + name, StandardCharsets.UTF_8));
    }
}
