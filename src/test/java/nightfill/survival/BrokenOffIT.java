package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.NightOutcome;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.report.ReportSource;
import nightfill.application.run.Executions.Execution;
import nightfill.application.run.Runs;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.harness.TestNightfill;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights, corrections and clean-ups that break off half way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenOffIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Map<String, String> FEEDS = Map.of(
            "batches.csv", "ref,sku,qty,eta\nb1,SOFA,10,\n",
            "order_lines.csv", "orderid,line,sku,qty\n1,1,SOFA,6\n2,1,SOFA,3\n");
    private static final Map<String, String> OTHERS = Map.of(
            "batches.csv", "ref,sku,qty,eta\nb1,SOFA,12,\n",
            "order_lines.csv", "orderid,line,sku,qty\n1,1,SOFA,6\n3,1,SOFA,4\n");

    private TestNightfill nightfill;

    @BeforeAll
    void start(@TempDir Path directory) {
        nightfill = new TestNightfill(directory.resolve("one"), 5000);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    @BeforeEach
    void empty() throws IOException {
        nightfill.empty();
        nightfill.arrive(DATE, FEEDS);
    }

    @Test
    void a_refused_night_that_could_not_be_discarded_is_refused_again() throws IOException {
        nightfill.arrive(
                DATE,
                Map.of(
                        "batches.csv",
                        "ref,sku,qty,eta\nb1,SOFA,10,\n",
                        "order_lines.csv",
                        "orderid,sku,qty\n" + "1,SOFA,x\n".repeat(21) + "2,SOFA,1\n"));
        nightfill.jdbc().execute("""
                create function keep() returns trigger language plpgsql as 'begin raise exception ''kept''; end';
                create trigger keep before delete on accepted_feed for each row execute function keep()""");

        assertEnds(() -> nightfill.run(DATE, false), Kind.REFUSED);
        nightfill.jdbc().execute("drop function keep() cascade");

        assertEnds(() -> nightfill.run(DATE, false), Kind.REFUSED);
        assertThat(nightfill.bean(Runs.class).everFinished()).isEmpty();
    }

    @Test
    void abandoning_leaves_the_reports_of_another_database_alone(@TempDir Path elsewhere) throws IOException {
        try (TestNightfill other = new TestNightfill(elsewhere, 5000)) {
            other.arrive(DATE, FEEDS);
            other.run(DATE, false);
            stopAt("allocate", false);

            assertEnds(
                    () -> nightfill.useCases().nights().abandon().abandon(Optional.empty(), other.output()),
                    Kind.REFUSED);
            assertThat(Files.exists(other.output().resolve(DATE + "/run-1/MANIFEST.sha256")))
                    .isTrue();
        }
    }

    @Test
    void nothing_is_written_for_a_run_that_was_abandoned_meanwhile() {
        stopAt("allocate", false);
        Run run = nightfill.bean(Runs.class).unfinished().orElseThrow();
        nightfill.useCases().nights().abandon().abandon(Optional.empty(), nightfill.output());
        OutOfStock late = new OutOfStock(new Demand(1, 6), ShortageReason.SHORT);

        assertEnds(() -> nightfill.bean(BatchRepository.class).record(run, List.of(late)), Kind.FAILED);
        assertThat(nightfill.jdbc().queryForObject("select count(*) from shortage", Long.class))
                .isZero();
    }

    @Test
    void a_correction_that_was_cut_short_goes_on_with_its_own_copies() throws IOException {
        nightfill.run(DATE, false);
        nightfill.arrive(DATE, OTHERS);
        stopAt("load order lines", true);
        TestNightfill.remove(nightfill.input());

        NightOutcome outcome = nightfill.run(DATE, true);

        assertThat(outcome.alreadyFinished()).isFalse();
        assertThat(outcome.run().number()).isEqualTo(2);
        assertThat(Files.readString(nightfill.output().resolve(DATE + "/run-2/allocations.csv")))
                .isEqualTo("orderid,line,sku,qty,batchref,eta\r\n1,1,SOFA,6,b1,\r\n3,1,SOFA,4,b1,\r\n");
    }

    @Test
    void a_night_whose_copies_are_damaged_takes_its_feeds_anew() throws IOException {
        stopAt("load order lines", false);
        Path copy = nightfill.home().resolve("feeds/" + DATE + "/run-1/order_lines.csv");
        Files.writeString(copy, "orderid,line,sku,qty\n9,9,SOFA,9\n");

        nightfill.run(DATE, false);

        assertThat(Files.readString(nightfill.output().resolve(DATE + "/run-1/allocations.csv")))
                .isEqualTo("orderid,line,sku,qty,batchref,eta\r\n1,1,SOFA,6,b1,\r\n2,1,SOFA,3,b1,\r\n");
        assertThat(copy).hasContent(FEEDS.get("order_lines.csv"));
    }

    @Test
    void a_night_that_took_an_earlier_nights_feeds_on_order_needs_that_order_again() throws IOException {
        nightfill.run(DATE, false);
        nightfill.arrive(
                DATE.plusDays(1), Map.of("batches.csv", "ref,sku,qty,eta\n", "order_lines.csv", "orderid,sku,qty\n"));
        nightfill.run(DATE.plusDays(1), false);
        nightfill.arrive(DATE.plusDays(2), FEEDS);
        nightfill.stopAt("load order lines");
        assertEnds(() -> nightfill.run(nightfill.request(DATE.plusDays(2), false, true)), Kind.STOPPED);

        assertEnds(() -> nightfill.run(DATE.plusDays(2), false), Kind.REFUSED);

        assertThat(nightfill.bean(Runs.class).loading()).isEmpty();
        assertThat(nightfill
                        .run(nightfill.request(DATE.plusDays(2), false, true))
                        .run()
                        .terms()
                        .accepted())
                .containsExactly(Acceptance.SAME_FEED);
    }

    @Test
    void a_night_whose_sender_gives_another_word_takes_its_feeds_anew() throws IOException {
        String control = "file,rows,sha256\nbatches.csv,1,\norder_lines.csv,%d,\n";
        Path word = nightfill.input().resolve(DATE + "/control.csv");
        Files.writeString(word, control.formatted(9));
        stopAt("load order lines", false);
        Files.writeString(word, control.formatted(2));

        assertThat(nightfill.run(DATE, false).run().state()).isEqualTo(Run.State.FINISHED);
    }

    @Test
    void copies_of_the_feeds_that_are_gone_are_taken_anew_from_input() throws IOException {
        nightfill.run(DATE, false);
        String undisturbed = Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256"));
        for (String step : List.of("load order lines", "allocate")) {
            empty();
            stopAt(step, false);
            TestNightfill.remove(nightfill.home().resolve("feeds"));

            nightfill.run(DATE, false);

            assertThat(nightfill.home().resolve("feeds/" + DATE + "/run-1/batches.csv"))
                    .hasContent(FEEDS.get("batches.csv"));
            assertThat(Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256")))
                    .isEqualTo(undisturbed);
        }
    }

    @Test
    void a_run_that_allocates_is_refused_where_neither_copies_nor_input_are_what_it_accepted() throws IOException {
        stopAt("allocate", false);
        Path copy = nightfill.home().resolve("feeds/" + DATE + "/run-1/order_lines.csv");
        Files.delete(copy);
        nightfill.arrive(DATE, OTHERS);

        assertThatThrownBy(() -> nightfill.run(DATE, false)).hasMessageContaining(copy.toString());
        assertEnds(() -> nightfill.run(DATE, false), Kind.REFUSED);
        TestNightfill.remove(nightfill.input());
        assertEnds(() -> nightfill.run(DATE, false), Kind.REFUSED);

        nightfill.arrive(DATE, FEEDS);
        assertThat(nightfill.run(DATE, false).alreadyFinished()).isFalse();
    }

    @Test
    void of_very_many_warnings_the_first_thousand_are_told_and_how_many_more_there_are() {
        stopAt("allocate", false);
        Run run = nightfill.bean(Runs.class).unfinished().orElseThrow();
        nightfill
                .jdbc()
                .update(
                        "insert into warning (run_id, text) select ?, 'w' || n from generate_series(1, 1002) n",
                        run.id());

        assertThat(nightfill.bean(ReportSource.class).warnings(run))
                .hasSize(1001)
                .startsWith("w1", "w2")
                .endsWith("w1000", "and 2 more");
    }

    @Test
    void a_night_stopped_in_any_step_goes_on_to_the_same_reports() throws IOException {
        nightfill.run(DATE, false);
        String undisturbed = Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256"));
        for (String step :
                List.of("load batches", "load order lines", "take effect", "allocate", "settle dispatches")) {
            empty();
            stopAt(step, false);

            nightfill.run(DATE, false);

            assertThat(Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256")))
                    .as("stopped in: %s", step)
                    .isEqualTo(undisturbed);
        }
    }

    @Test
    void a_run_whose_process_died_before_its_job_had_an_execution_goes_on() {
        stopAt("load order lines", false);
        for (String table : List.of(
                "step_execution_context",
                "step_execution",
                "job_execution_context",
                "job_execution_params",
                "job_execution")) {
            nightfill.jdbc().execute("delete from batch_" + table);
        }

        assertThat(nightfill.run(DATE, false).run().state()).isEqualTo(Run.State.FINISHED);
    }

    /** A step that passes over a row loses it, but for a count in the framework's tables. */
    @ParameterizedTest
    @ValueSource(strings = {"staged_batch", "order_line", "standing_allocation"})
    void a_row_that_cannot_be_written_is_never_passed_over(String table) throws IOException {
        nightfill.run(DATE, false);
        String undisturbed = Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256"));
        empty();
        nightfill.jdbc().execute("""
                create function refuse() returns trigger language plpgsql as
                    'begin raise unique_violation using message = ''refused''; end';
                create trigger refuse before insert on %s for each row execute function refuse()""".formatted(table));
        assertEnds(() -> nightfill.run(DATE, false), Kind.FAILED);
        nightfill.jdbc().execute("drop function refuse() cascade");

        assertThat(nightfill.run(DATE, false).alreadyFinished()).isFalse();
        assertThat(Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256")))
                .isEqualTo(undisturbed);
    }

    /** A session that ends in a commit leaves its outcome unknown, and the framework never starts such a step again. */
    @ParameterizedTest
    @ValueSource(strings = {"order_line", "standing_allocation"})
    void a_night_that_lost_its_session_in_a_commit_goes_on(String table) throws IOException {
        nightfill.run(DATE, false);
        String undisturbed = Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256"));
        empty();
        nightfill.jdbc().execute("""
                create function leave() returns trigger language plpgsql as
                    'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
                create constraint trigger leave after insert on %s deferrable initially deferred
                    for each row execute function leave()""".formatted(table));
        assertEnds(() -> nightfill.run(DATE, false), Kind.FAILED);
        nightfill.jdbc().execute("drop function leave() cascade");
        assertThat(nightfill.useCases().nights().executions().list(Optional.of(DATE), 1))
                .extracting(Execution::status)
                .containsExactly("UNKNOWN");

        assertThat(nightfill.run(DATE, false).alreadyFinished()).isFalse();
        assertThat(Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256")))
                .isEqualTo(undisturbed);
    }

    @Test
    void a_night_that_is_asked_to_stop_while_it_puts_its_reports_in_place_is_finished() {
        nightfill.stopAt("write reports");

        assertThat(nightfill.run(DATE, false).alreadyFinished()).isFalse();
        assertThat(nightfill.run(DATE, false).alreadyFinished()).isTrue();
        assertThat(nightfill.useCases().nights().executions().list(Optional.of(DATE), 1))
                .extracting(Execution::status)
                .containsExactly("COMPLETED");
    }

    private void stopAt(String step, boolean correction) {
        nightfill.stopAt(step);
        assertEnds(() -> nightfill.run(DATE, correction), Kind.STOPPED);
    }

    private static void assertEnds(ThrowingCallable command, Kind kind) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind())
                                .as(problem.getMessage())
                                .isEqualTo(kind));
    }
}
