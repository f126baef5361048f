package nightfill.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nightfill.application.figures.ControlTotal;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightDetail.Holding;
import nightfill.application.figures.NightDetail.Place;
import nightfill.application.figures.NightDetail.Rejected;
import nightfill.application.figures.NightDetail.ShortSku;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.SilentBatches.SilentBatch;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.RunName;
import nightfill.domain.words.Eta;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HtmlPageFormatTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final ControlTotal RIGHT = new ControlTotal("rows", "1200", "1200");
    private static final ControlTotal WRONG = new ControlTotal("units", "7", "8");

    private final List<String> warnings = new ArrayList<>();
    private SilentBatches silent = SilentBatches.NONE;
    private String rules = "1";
    private List<Rejected> rejected = List.of();
    private String sku = "CHAIR";

    @Test
    void sums_that_agree_are_the_verdict() {
        assertThat(page(List.of(RIGHT, RIGHT), null))
                .contains("<strong>The books balance.</strong> All 2 control totals agree.")
                .contains("1,200")
                .doesNotContain("DIFFERENT", "do not balance");
    }

    @Test
    void a_sum_that_differs_is_the_verdict() {
        assertThat(page(List.of(RIGHT, WRONG), null))
                .contains("<strong>The books do not balance.</strong> 1 difference of 2: see control totals.")
                .contains("<strong class=\"bad\">DIFFERENT</strong>")
                .doesNotContain("The books balance");
    }

    @Test
    void a_first_night_shows_no_changes() {
        assertThat(page(List.of(RIGHT), null))
                .contains("The first night", "no run: it is the first")
                .contains("Replaces</dt><dd>no run")
                .doesNotContain(">change<", "class=\"change\">+", "\u00b10");
    }

    @Test
    void a_later_night_shows_how_it_differs_from_the_one_before() {
        assertThat(page(List.of(RIGHT), summary(DATE.minusDays(1), 4, 1)))
                .contains("Changes are against 2026-11-19 run 1.")
                .contains(">10.0%</span> <span class=\"unit\"></span></dd><dd class=\"note\">1 of 10 lines</dd>")
                .contains("<dd class=\"change\">\u221210.0 points</dd>")
                .contains("9 <span class=\"change\">+5</span>");
    }

    @Test
    void a_correction_says_in_whose_place_it_stands() {
        Summary corrected = summary(DATE, 9, 1);
        Summary correction = new Summary(
                new Summary.Identity(
                        DATE,
                        2,
                        new Summary.Reference(DATE.minusDays(1), 1, "hash before"),
                        new Summary.Replaced(1, "hash replaced"),
                        "1",
                        List.of()),
                corrected.feeds(),
                corrected.figures(),
                corrected.purchasing(),
                corrected.reports(),
                corrected.warnings());

        assertThat(text(new NightPage(correction, Optional.empty(), List.of(RIGHT), detail(), SilentBatches.NONE)))
                .contains("It stands in place of run 1.")
                .contains("2026-11-19 run 1 <span class=\"hash\">hash before</span>")
                .contains("run 1 <span class=\"hash\">hash replaced</span>");
    }

    @Test
    void what_comes_from_outside_is_text() {
        sku = "<script>\"&'{{date}}";
        warnings.add("<img src=x>");

        assertThat(page(List.of(RIGHT), null))
                .contains("<bdi class=\"id\">&lt;script&gt;&quot;&amp;&#39;{{date}}</bdi>")
                .contains("<bdi class=\"id\">&lt;img src&#x3D;x&gt;</bdi>")
                .doesNotContain("<script", "<img");
    }

    @Test
    void of_many_warnings_the_first_are_shown() {
        IntStream.rangeClosed(1, 21).forEach(number -> warnings.add("warning " + number + "."));

        assertThat(page(List.of(RIGHT), null))
                .contains("warning 20.", "There are more: all are in summary.json.")
                .doesNotContain("warning 21.");
    }

    @Test
    void a_night_in_which_purchasing_has_named_every_batch_does_not_speak_of_it() {
        assertThat(page(List.of(RIGHT), null)).doesNotContain("not heard of");
    }

    @Test
    void batches_that_purchasing_does_not_speak_of_are_listed() {
        SilentBatch lost = new SilentBatch("<PO-1>", "CHAIR", Eta.UNKNOWN, 1200, 800, new RunName(DATE, 1));
        silent = new SilentBatches(1, List.of(lost));
        assertThat(page(List.of(RIGHT), null))
                .contains("1 batch with goods that have not left, and no accepted row in the last 30 nights.")
                .contains("<bdi class=\"id\">&lt;PO-1&gt;</bdi>", ">unknown<", ">1,200<", ">800<");

        silent = new SilentBatches(1000, List.of(lost));
        assertThat(page(List.of(RIGHT), null)).contains("1,000 batches with goods", "The 1 heard of least lately:");
    }

    @Test
    void a_night_of_the_first_rules_is_explained_as_it_was() {
        rejected = List.of(new Rejected("dispatches.csv", "NOT_ALLOCATED", 3));
        assertThat(page(List.of(RIGHT), null)).contains(">the line has no batch<");

        rules = "2";
        assertThat(page(List.of(RIGHT), null)).contains(">the line was cancelled, or no batch was found for it<");
    }

    @Test
    void the_same_night_has_the_same_bytes() {
        assertThat(page(List.of(RIGHT), null)).isEqualTo(page(List.of(RIGHT), null));
    }

    private String page(List<ControlTotal> checks, @Nullable Summary before) {
        return text(new NightPage(summary(DATE, 9, 1), Optional.ofNullable(before), checks, detail(), silent));
    }

    private static String text(NightPage page) {
        return new String(new HtmlPageFormat().bytes(page), StandardCharsets.UTF_8);
    }

    private Summary summary(LocalDate date, long open, long allocated) {
        Summary.Flow flow = new Summary.Flow(0, 10, 0, 0, 0, new Summary.Outcome(allocated, 0L, Map.of("SHORT", open)));
        return new Summary(
                new Summary.Identity(date, 1, null, null, rules, List.of()),
                Map.of("batches", new FeedCounts("hash", 3, 2, 1, 0, 0)),
                new Summary.Figures(flow, flow, new Summary.Stock(5, 4, 1)),
                new Summary.Purchasing(BatchFeed.CHANGES, 30, silent.batches()),
                Map.of("stock.csv", new Summary.File(3, "hash")),
                List.copyOf(warnings));
    }

    private NightDetail detail() {
        return new NightDetail(
                1,
                List.of(new ShortSku(sku, new Tally(9, 9), DATE, 0, null, null)),
                Map.of(Place.WAREHOUSE, new Holding(1, 5, new Tally(1, 5))),
                new TreeMap<>(Map.of(DATE, new Tally(9, 9))),
                Map.of(),
                rejected);
    }
}
