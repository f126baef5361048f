package nightfill.application.upkeep;

import static nightfill.application.problem.Problems.failed;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.HOME;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryNightfill.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.run.InMemoryDatabase.Books;
import nightfill.application.upkeep.PurgeNights.Purged;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.Test;

class PurgeNightsTest {

    private static final Path LOGS = HOME.resolve("logs");

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final PurgeNights purgeNights = new PurgeNights(
            nightfill.executions, new InMemoryLogFiles(nightfill.disk, LOGS), nightfill.runs, nightfill.files);

    @Test
    void what_is_before_the_day_goes_and_the_day_itself_stays() {
        Run friday = nightfill.finish(FRIDAY);
        Run saturday = nightfill.finish(SATURDAY);
        nightfill.finish(SUNDAY);
        writeLogs();

        assertThat(purgeNights.purge(SATURDAY, true)).isEqualTo(new Purged(1, 1, 1));

        assertThat(dates()).containsExactly(SUNDAY, SATURDAY);
        assertThat(nightfill.disk.below(LOGS)).containsExactly(LOGS.resolve("nightfill.2026-11-21.0.log"));
        assertThat(nightfill.files.isAnyKept(friday)).isFalse();
        assertThat(nightfill.files.isAnyKept(saturday)).isTrue();
    }

    @Test
    void a_second_purge_finds_nothing() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        writeLogs();
        purgeNights.purge(SUNDAY, true);

        assertThat(purgeNights.purge(SUNDAY, true)).isEqualTo(new Purged(0, 0, 0));
    }

    @Test
    void kept_feeds_stay_unless_they_are_meant_too() {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);

        assertThat(purgeNights.purge(SUNDAY, false).feeds()).isZero();

        assertThat(nightfill.files.isAnyKept(friday)).isTrue();
    }

    @Test
    void the_feeds_of_a_run_that_was_replaced_go_too() {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        nightfill.run(nightfill.correction(FRIDAY));

        assertThat(purgeNights.purge(SATURDAY, true).feeds()).isEqualTo(2);

        assertThat(nightfill.files.isAnyKept(friday)).isFalse();
    }

    @Test
    void an_unfinished_run_goes_on_with_its_copies() {
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);

        assertThat(purgeNights.purge(SUNDAY, true)).isEqualTo(new Purged(0, 0, 0));

        assertThat(nightfill.files.isAnyKept(unfinished)).isTrue();
        assertThat(nightfill.run(FRIDAY).run().id()).isEqualTo(unfinished.id());
    }

    @Test
    void a_run_that_loads_goes_on_with_its_copies() {
        Run loading = nightfill.leaveLoading(FRIDAY);

        purgeNights.purge(SUNDAY, true);

        assertThat(nightfill.run(FRIDAY).run().id()).isEqualTo(loading.id());
    }

    @Test
    void data_and_reports_are_never_touched_nor_does_anybody_wait() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        Books books = nightfill.database.books();
        List<Path> reports = nightfill.disk.below(OUTPUT);
        nightfill.lock.beOwnedByAnother();

        purgeNights.purge(SUNDAY, true);

        assertThat(nightfill.database.books()).isEqualTo(books);
        assertThat(nightfill.disk.below(OUTPUT)).isEqualTo(reports);
    }

    @Test
    void what_cannot_be_removed_is_removed_by_the_next_purge() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        writeLogs();
        nightfill.disk.breakDown(HOME.resolve("feeds/2026-11-20"));

        assertThat(failed(() -> purgeNights.purge(SATURDAY, true))).hasMessageContaining("disk gone");

        nightfill.disk.mend();
        assertThat(purgeNights.purge(SATURDAY, true)).isEqualTo(new Purged(0, 0, 1));
    }

    private void writeLogs() {
        nightfill.disk.write(LOGS.resolve("nightfill.2026-11-20.0.log"), "friday");
        nightfill.disk.write(LOGS.resolve("nightfill.2026-11-21.0.log"), "saturday");
    }

    private List<LocalDate> dates() {
        return nightfill.executions.list(Optional.empty(), 10).stream()
                .map(execution -> execution.run().name().date())
                .toList();
    }
}
