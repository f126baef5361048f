package nightfill.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Tally;
import nightfill.application.metrics.Backlog;
import nightfill.application.metrics.Deadline;
import nightfill.application.metrics.FinishedFigures;
import nightfill.application.metrics.LastRequest;
import nightfill.application.metrics.Metrics;
import nightfill.application.metrics.NightFigures;
import nightfill.application.metrics.Observation;
import nightfill.application.metrics.StepFigures;
import nightfill.application.metrics.Unsettled;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.Rows;
import nightfill.application.watch.SomeOwner;
import nightfill.application.watch.Times;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.NightStatus;
import org.junit.jupiter.api.Test;

class PrometheusMetricsFormatTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");
    private static final Metrics NOTHING = new Metrics(
            Optional.empty(),
            Optional.empty(),
            new Unsettled(Map.of(), 0),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static List<String> lines(Observation seen) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new PrometheusMetricsFormat("1.0.0", ZoneId.of("Europe/Berlin")).write(seen, text);
        return text.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> values(Metrics seen) throws IOException {
        return lines(new Observation(true, seen, TWO)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void where_the_database_has_never_answered_that_is_all_it_says() throws IOException {
        assertThat(lines(Observation.NONE))
                .containsExactly(
                        "# HELP nightfill_build_info The version of Nightfill.",
                        "# TYPE nightfill_build_info gauge",
                        "nightfill_build_info{version=\"1.0.0\"} 1",
                        "# HELP nightfill_up Whether the database answers; if not, all else is as of then.",
                        "# TYPE nightfill_up gauge",
                        "nightfill_up 0.0");
    }

    @Test
    void the_last_figures_stay_while_the_database_does_not_answer() throws IOException {
        assertThat(lines(new Observation(false, NOTHING, TWO)))
                .contains("nightfill_up 0.0", "nightfill_owed_publications 0.0")
                .contains("nightfill_figures_timestamp_seconds 1.7952264E9");
        assertThat(values(NOTHING)).contains("nightfill_up 1.0", "nightfill_lock_owner{state=\"free\"} 1.0");
    }

    @Test
    void a_night_is_in_one_state_of_all() throws IOException {
        NightFigures night = new NightFigures(
                new RunName(FRIDAY, 2),
                NightStatus.REFUSED,
                new Times(TWO, TWO.plusSeconds(1)),
                new NightFigures.Took(Duration.ofMillis(1500), null),
                3,
                List.of(
                        new StepFigures("load order lines", Duration.ofSeconds(4), 1000, 990),
                        new StepFigures("take effect", Duration.ofSeconds(1), 0, 0)));

        List<String> values = values(new Metrics(
                Optional.of(night),
                Optional.empty(),
                new Unsettled(Map.of(NightStatus.REFUSED, 1L), 2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertThat(values)
                .contains(
                        "nightfill_night_info{date=\"2026-11-20\",run=\"2\"} 1",
                        "nightfill_night_state{state=\"refused\"} 1.0",
                        "nightfill_night_state{state=\"finished\"} 0.0",
                        "nightfill_night_duration_seconds 1.5",
                        "nightfill_night_attempts 3.0",
                        "nightfill_step_duration_seconds{step=\"load order lines\"} 4.0",
                        "nightfill_step_rows_per_second{step=\"load order lines\"} 250.0",
                        "nightfill_step_written_rows{step=\"take effect\"} 0.0",
                        "nightfill_troubled_nights{state=\"refused\"} 1.0",
                        "nightfill_troubled_nights{state=\"failed\"} 0.0",
                        "nightfill_owed_publications 2.0")
                .noneMatch(line -> line.startsWith("nightfill_night_usual"))
                .noneMatch(line -> line.startsWith("nightfill_finished"))
                .noneMatch(line -> line.startsWith("nightfill_step_rows_per_second{step=\"take"));
        assertThat(values.stream().filter(line -> line.startsWith("nightfill_night_state")))
                .hasSize(NightStatus.values().length)
                .filteredOn(line -> line.endsWith(" 1.0"))
                .hasSize(1);
    }

    @Test
    void what_a_finished_night_came_to_is_told_by_feed_reason_and_outcome() throws IOException {
        FeedRecord feed = new FeedRecord(
                Feed.ORDER_LINES, "", 0, new Rows(23, 15, 3, 1, 4), Map.of("QUANTITY", 3L, "REPEATED", 1L), 0);
        FinishedFigures finished = new FinishedFigures(
                new RunName(FRIDAY, 1),
                TWO,
                FRIDAY,
                new RunFigures(
                        new Tally(25, 122),
                        new Tally(1, 2),
                        new Tally(21, 108),
                        new Tally(7, 14),
                        new RunFigures.Rows(23, 4),
                        42),
                List.of(feed),
                new Backlog(new Tally(7, 14), OptionalLong.of(4), 2));

        assertThat(values(new Metrics(
                        Optional.empty(),
                        Optional.of(finished),
                        new Unsettled(Map.of(), 0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .contains(
                        "nightfill_finished_info{date=\"2026-11-20\",run=\"1\"} 1",
                        "nightfill_finished_date_timestamp_seconds 1.7951292E9",
                        "nightfill_finished_timestamp_seconds 1.7952264E9",
                        "nightfill_finished_lines{outcome=\"loaded\"} 25.0",
                        "nightfill_finished_units{outcome=\"allocated\"} 108.0",
                        "nightfill_fill_ratio 0.75",
                        "nightfill_control_totals 42.0",
                        "nightfill_feed_rows{feed=\"order_lines\",outcome=\"applied\"} 15.0",
                        "nightfill_feed_rows{feed=\"order_lines\",outcome=\"superseded\"} 1.0",
                        "nightfill_rejected_rows{feed=\"order_lines\",reason=\"QUANTITY\"} 3.0",
                        "nightfill_rejected_rows{feed=\"order_lines\",reason=\"REPEATED\"} 1.0",
                        "nightfill_backlog_lines 7.0",
                        "nightfill_backlog_units 14.0",
                        "nightfill_backlog_usual_lines 4.0",
                        "nightfill_backlog_growing_nights 2.0");
    }

    @Test
    void what_is_asked_for_and_by_when_and_who_is_at_work_are_told() throws IOException {
        assertThat(values(new Metrics(
                        Optional.empty(),
                        Optional.empty(),
                        new Unsettled(Map.of(), 0),
                        Optional.of(new Deadline(FRIDAY, TWO, false)),
                        Optional.of(new LastRequest("2026-11-20", TWO, null, "")),
                        SomeOwner.with(Evidence.SILENT_ELSEWHERE))))
                .contains(
                        "nightfill_deadline_info{date=\"2026-11-20\"} 1",
                        "nightfill_deadline_timestamp_seconds 1.7952264E9",
                        "nightfill_deadline_night_finished 0.0",
                        "nightfill_request_info{date=\"2026-11-20\"} 1",
                        "nightfill_request_outcome{outcome=\"open\"} 1.0",
                        "nightfill_request_outcome{outcome=\"not_ready\"} 0.0",
                        "nightfill_lock_owner{state=\"cannot_be_told\"} 1.0",
                        "nightfill_lock_owner{state=\"free\"} 0.0",
                        "nightfill_lock_taken_timestamp_seconds 1.7952264E9",
                        "nightfill_lock_beat_timestamp_seconds 1.79522646E9")
                .noneMatch(line -> line.startsWith("nightfill_request_answered"));
    }

    /** Whoever asks for a night from outside may name it as he likes. */
    @Test
    void a_text_from_outside_stays_within_its_label() throws IOException {
        LastRequest hostile = new LastRequest("\"} 1\nnightfill_up 0", TWO, TWO, "DONE");

        assertThat(values(new Metrics(
                        Optional.empty(),
                        Optional.empty(),
                        new Unsettled(Map.of(), 0),
                        Optional.empty(),
                        Optional.of(hostile),
                        Optional.empty())))
                .contains("nightfill_request_info{date=\"\\\"} 1\\nnightfill_up 0\"} 1", "nightfill_up 1.0")
                .doesNotContain("nightfill_up 0");
    }
}
