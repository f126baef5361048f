package nightfill.samples;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All pages for people. */
final class Manual {

    static final Page README = page("README.md");
    static final Page OPERATING = page("src/docs/operating.md");
    static final Page FINANCE = page("src/docs/finance.md");
    static final Page DECISIONS = page("src/docs/decisions.md");
    static final Page DEVELOPING = page("src/docs/developing.md");
    static final Page SCHEDULING = page("jobs/README.md");

    /** In the order in which their commands are typed: each builds on what those before it left. */
    static final List<Page> PAGES = List.of(
            README,
            page("src/docs/feeds.md"),
            OPERATING,
            FINANCE,
            page("src/docs/publishing.md"),
            DECISIONS,
            DEVELOPING,
            SCHEDULING);

    private Manual() {}

    static Stream<Page.Step> steps() {
        return PAGES.stream().flatMap(Page::steps);
    }

    private static Page page(String file) {
        return Page.at(Path.of(file));
    }
}
