package nightfill.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import nightfill.application.metrics.NightFigures;
import nightfill.application.metrics.StepFigures;
import nightfill.domain.watch.NightStatus;

/** The night of the newest business date, and its steps. */
record NightGauges(Families families) {

    void add(NightFigures night) {
        families.info(
                "nightfill_night",
                "The night of the newest business date: all that is called nightfill_night and nightfill_step is of it.",
                PrometheusMetricsFormat.labels(night.run()));
        families.state(
                "nightfill_night_state",
                "How that night is going, or went.",
                "state",
                Families.labels(NightStatus.values()),
                Families.label(night.status().name()));
        addTimes(night);
        families.gauge("nightfill_night_attempts", "How many attempts were made at it.", night.attempts());
        add(night.steps());
    }

    private void addTimes(NightFigures night) {
        families.moment(
                "nightfill_night_begun_timestamp_seconds",
                "When its first attempt began.",
                night.times().started());
        families.moment(
                "nightfill_night_ended_timestamp_seconds",
                "When its last attempt ended.",
                night.times().ended());
        families.span(
                "nightfill_night_duration_seconds",
                "How long its attempts took, together, that have ended.",
                night.took().all());
        families.span(
                "nightfill_night_usual_duration_seconds",
                "How long the last nights of the same weekday took, in the median.",
                night.took().usual());
    }

    private void add(List<StepFigures> steps) {
        families.each(
                "nightfill_step_duration_seconds",
                "How long a step of that night took, in all attempts.",
                steps,
                NightGauges::label,
                step -> Families.seconds(step.took()));
        families.each(
                "nightfill_step_read_rows", "Rows that it has read.", steps, NightGauges::label, StepFigures::read);
        families.each(
                "nightfill_step_written_rows",
                "Rows that it has written.",
                steps,
                NightGauges::label,
                StepFigures::written);
        families.each(
                "nightfill_step_rows_per_second",
                "Rows that it has read, a second.",
                steps,
                NightGauges::label,
                StepFigures::rowsPerSecond);
    }

    private static Labels label(StepFigures step) {
        return Labels.of("step", step.name());
    }
}
