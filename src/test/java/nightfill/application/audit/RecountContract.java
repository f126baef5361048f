package nightfill.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.application.report.Recount;
import nightfill.application.report.Recount.Finding;
import nightfill.application.report.Report;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What everyone who counts nights over again must do. */
public abstract class RecountContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);

    protected abstract NightPorts ports();

    protected abstract Recount recount();

    /** Lets the batch of that reference have bought one unit alone, whatever was promised of it. */
    protected abstract void shrink(String reference);

    /** Forgets why the lines of that order were left open. */
    protected abstract void forgetReason(String orderId);

    @Test
    void before_the_first_night_there_are_checks_and_no_fault() {
        assertThat(recount().ofAll(Optional.empty())).isNotEmpty().noneMatch(Finding::isFault);
    }

    @Test
    void nights_that_were_worked_by_the_rules_have_no_fault() {
        friday().finish();
        Run saturday = saturday().allocate();

        assertThat(recount().of(saturday)).isNotEmpty().noneMatch(Finding::isFault);
        assertThat(recount().ofAll(Optional.of(saturday))).noneMatch(Finding::isFault);
    }

    @Test
    void a_batch_that_holds_more_than_it_can_is_found_by_its_name() {
        Run friday = friday().finish();
        shrink("PO-1");

        assertThat(faults(recount().ofAll(Optional.of(friday))))
                .anySatisfy(fault -> assertThat(fault.examples()).anyMatch(example -> example.contains("PO-1")));
    }

    @Test
    void what_a_run_did_is_judged_before_it_is_finished() {
        Run friday = friday().allocate();
        forgetReason("4");

        assertThat(faults(recount().of(friday)))
                .anySatisfy(fault -> assertThat(fault.examples()).anyMatch(example -> example.contains("4")));
    }

    @Test
    void what_a_run_that_is_not_finished_does_is_not_looked_at_yet() {
        Run friday = friday().finish();
        saturday().allocate();

        assertThat(recount().ofAll(Optional.of(friday))).noneMatch(Finding::isFault);
    }

    @ParameterizedTest
    @EnumSource(
            value = Report.class,
            names = {"STOCK", "UNALLOCATED"})
    void rows_are_told_as_a_run_left_them_whatever_came_later(Report report) {
        Run friday = friday().allocate();
        List<List<String>> written = written(friday, report);
        PortNight.finish(ports(), friday);
        assertThat(told(friday, report)).isNotEmpty().isEqualTo(written);

        Run saturday = saturday().allocate();

        assertThat(told(friday, report)).isEqualTo(written);
        assertThat(told(saturday, report)).isEqualTo(written(saturday, report)).isNotEqualTo(written);
    }

    private PortNight friday() {
        return new PortNight(ports(), FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,LAMP,2,2026-12-01")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,2", "2,1,CHAIR,3", "3,1,LAMP,4", "4,1,DESK,1");
    }

    private PortNight saturday() {
        return new PortNight(ports(), SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,4,", "PO-3,LAMP,5,")
                .with(Feed.ORDER_LINES, "5,1,CHAIR,1")
                .with(Feed.DISPATCHES, "1,1,CHAIR,2");
    }

    private List<List<String>> told(Run run, Report report) {
        List<List<String>> rows = new ArrayList<>();
        recount().forEachRow(run, report, rows::add);
        return rows;
    }

    private List<List<String>> written(Run run, Report report) {
        List<List<String>> rows = new ArrayList<>();
        ports().reports().forEachRow(run, report, rows::add);
        return rows;
    }

    private static List<Finding> faults(List<Finding> findings) {
        return findings.stream().filter(Finding::isFault).toList();
    }
}
