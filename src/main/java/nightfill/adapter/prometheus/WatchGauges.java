package nightfill.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.access.Audited;
import nightfill.application.metrics.Deadline;
import nightfill.application.metrics.LastRequest;
import nightfill.application.metrics.Unsettled;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.watch.Owner;
import nightfill.domain.watch.Liveness;

/** What is not done, what is asked for, and who is at work. */
record WatchGauges(Families families) {

    private static final String FREE = "free";
    private static final String OPEN = "open";

    /** Of a request: none yet, well done, or the kind of the problem that ended it. */
    private static final List<String> OUTCOMES =
            together(OPEN, together(Families.label(Audited.DONE), Families.labels(Kind.values())));

    private static final List<String> OWNERS = together(FREE, Families.labels(Liveness.values()));

    void add(Unsettled unsettled) {
        families.each(
                "nightfill_troubled_nights",
                "Nights that need a person, by what became of their last attempt.",
                Unsettled.TROUBLES,
                trouble -> Labels.of("state", Families.label(trouble.name())),
                unsettled::nights);
        families.gauge(
                "nightfill_owed_publications",
                "Finished runs that a directory lacks which they are meant for, one for each directory.",
                unsettled.owed());
    }

    void add(Deadline deadline) {
        families.info(
                "nightfill_deadline",
                "The newest night that a scheduler has tried and said until when.",
                Labels.of("date", deadline.date().toString()));
        families.moment("nightfill_deadline_timestamp_seconds", "Until when it tries that night.", deadline.at());
        families.flag("nightfill_deadline_night_finished", "Whether that night is finished.", deadline.finished());
    }

    void add(LastRequest request) {
        families.info("nightfill_request", "The newest request to run nights.", Labels.of("date", request.date()));
        families.state(
                "nightfill_request_outcome",
                "What came of it.",
                "outcome",
                OUTCOMES,
                request.outcome().isEmpty() ? OPEN : Families.label(request.outcome()));
        families.moment("nightfill_request_asked_timestamp_seconds", "When it was made.", request.asked());
        families.moment("nightfill_request_answered_timestamp_seconds", "When it came out.", request.answered());
    }

    void add(Optional<Owner> owner) {
        families.state(
                "nightfill_lock_owner",
                "Whether the run lock is free, or else whether its owner lives, as far as that can be told.",
                "state",
                OWNERS,
                owner.map(it -> Families.label(it.liveness().name())).orElse(FREE));
        families.moment(
                "nightfill_lock_taken_timestamp_seconds",
                "When the owner of the run lock took it.",
                owner.map(it -> it.held().since()).orElse(null));
        families.moment(
                "nightfill_lock_beat_timestamp_seconds",
                "When its heart has beaten last.",
                owner.map(it -> it.heard().beatAt()).orElse(null));
    }

    private static List<String> together(String one, List<String> others) {
        return Stream.concat(Stream.of(one), others.stream()).toList();
    }
}
