package nightfill.application.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;

class SummariesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final Run FIRST = new Run(
            1,
            new RunName(DATE.minusDays(1), 1),
            null,
            null,
            Terms.USUAL,
            new Run.Progress(Run.State.FINISHED, 0, "manifest 1"));
    private static final Run REPLACED = new Run(
            2, new RunName(DATE, 1), 1L, null, Terms.USUAL, new Run.Progress(Run.State.REPLACED, 9, "manifest 2"));
    private static final Run RUN =
            new Run(3, new RunName(DATE, 2), 1L, 2L, Terms.USUAL, new Run.Progress(Run.State.ALLOCATING, 9, null));

    @Test
    void says_which_run_it_is_and_under_which_rules() {
        Summary summary = summary(RUN, Optional.of(FIRST), Optional.of(REPLACED));
        assertThat(summary.identity().date()).isEqualTo(DATE);
        assertThat(summary.identity().run()).isEqualTo(2);
        assertThat(summary.identity().rules()).isEqualTo("2");
    }

    @Test
    void a_run_that_was_begun_under_former_rules_is_told_as_such() {
        Terms former = new Terms("", Set.of(), false, Rules.ONE, Purchasing.FORMER);
        Run run = new Run(RUN.id(), RUN.name(), null, null, former, RUN.progress());
        Summary summary = summary(run, Optional.empty(), Optional.empty());
        assertThat(summary.identity().rules()).isEqualTo("1");
        assertThat(summary.purchasing()).isNull();
    }

    @Test
    void names_the_run_that_it_builds_on_and_the_one_that_it_replaces() {
        Summary summary = summary(RUN, Optional.of(FIRST), Optional.of(REPLACED));
        assertThat(summary.identity().previous()).isEqualTo(new Summary.Reference(DATE.minusDays(1), 1, "manifest 1"));
        assertThat(summary.identity().replaces()).isEqualTo(new Summary.Replaced(1, "manifest 2"));
    }

    @Test
    void the_first_run_builds_on_none_and_replaces_none() {
        Summary summary = summary(FIRST, Optional.empty(), Optional.empty());
        assertThat(summary.identity().previous()).isNull();
        assertThat(summary.identity().replaces()).isNull();
    }

    @Test
    void tells_the_feeds_by_name_in_their_order() {
        assertThat(summary(FIRST, Optional.empty(), Optional.empty()).feeds())
                .containsExactly(
                        entry("batches", new FeedCounts("hash of batches", 22, 10, 7, 3, 2)),
                        entry("order_lines", new FeedCounts("hash of order_lines", 22, 10, 7, 3, 2)));
    }

    @Test
    void tells_the_night_in_lines_and_in_units() {
        Summary summary = summary(FIRST, Optional.empty(), Optional.empty());
        assertThat(summary.figures().lines())
                .isEqualTo(new Summary.Flow(
                        13,
                        20,
                        5,
                        4,
                        6,
                        new Summary.Outcome(15, 3L, Map.of("UNKNOWN_SKU", 1L, "SHORT", 5L, "NO_SINGLE_BATCH", 10L))));
        assertThat(summary.figures().units())
                .isEqualTo(new Summary.Flow(
                        130,
                        210,
                        50,
                        40,
                        60,
                        new Summary.Outcome(
                                155, 30L, Map.of("UNKNOWN_SKU", 15L, "SHORT", 50L, "NO_SINGLE_BATCH", 100L))));
    }

    @Test
    void names_each_reason_in_its_order_also_where_no_line_has_it() {
        NightTotals figures = new Figures().totals();
        NightTotals totals = new NightTotals(
                figures.lines(),
                Map.of(ShortageReason.SHORT, new Tally(5, 50)),
                figures.promises(),
                figures.stock(),
                figures.feeds(),
                figures.faults());
        Summary summary = new Summaries(FIRST, null, null)
                .summary(Map.of(), totals, SilentBatches.NONE, Map.of(), new Remarks(List.of(), List.of()));
        assertThat(summary.figures().lines().outcome().unallocated())
                .containsExactly(entry("UNKNOWN_SKU", 0L), entry("SHORT", 5L), entry("NO_SINGLE_BATCH", 0L));
        assertThat(summary.figures().units().outcome().unallocated())
                .containsExactly(entry("UNKNOWN_SKU", 0L), entry("SHORT", 50L), entry("NO_SINGLE_BATCH", 0L));
    }

    @Test
    void shows_stock_reports_warnings_and_what_was_accepted() {
        Summary summary = summary(FIRST, Optional.empty(), Optional.empty());
        assertThat(summary.figures().stock()).isEqualTo(new Summary.Stock(500, 450, 25));
        assertThat(summary.reports()).isEqualTo(Map.of("stock.csv", new Summary.File(10, "ab")));
        assertThat(summary.warnings()).containsExactly("mind the gap");
        assertThat(summary.identity().accepted()).containsExactly(Acceptance.SHRUNK_FEEDS);
    }

    @Test
    void says_how_purchasing_was_listened_to() {
        assertThat(summary(RUN, Optional.empty(), Optional.empty()).purchasing())
                .isEqualTo(new Summary.Purchasing(BatchFeed.CHANGES, 30, 17));
        Terms terms = Terms.USUAL.with(new Purchasing(BatchFeed.SNAPSHOT, 5));
        Run run = new Run(RUN.id(), RUN.name(), null, null, terms, RUN.progress());
        assertThat(summary(run, Optional.empty(), Optional.empty()).purchasing())
                .isEqualTo(new Summary.Purchasing(BatchFeed.SNAPSHOT, 5, 17));
    }

    private static Summary summary(Run run, Optional<Run> previous, Optional<Run> replaced) {
        Figures figures = new Figures();
        return new Summaries(run, previous.orElse(null), replaced.orElse(null))
                .summary(
                        figures.feeds(),
                        figures.totals(),
                        new SilentBatches(17, List.of()),
                        Map.of("stock.csv", new Summary.File(10, "ab")),
                        new Remarks(List.of(Acceptance.SHRUNK_FEEDS), List.of("mind the gap")));
    }
}
