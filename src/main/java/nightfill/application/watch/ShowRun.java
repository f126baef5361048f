package nightfill.application.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Usual;

/** Shows one run. */
public record ShowRun(NightRecords records, Owners owners) {

    /** Of several runs that were given its number, the one that counts or did so last; nothing where there is none. */
    public Optional<RunView> of(RunName name, Instant now) {
        return records.run(name).map(record -> view(record, owners.current(), now));
    }

    private static RunView view(RunRecord record, Optional<Owner> owner, Instant now) {
        Optional<Liveness> liveness = owner.map(Owner::liveness);
        Map<String, Duration> usual = usual(record);
        List<AttemptView> attempts = record.attempts().stream()
                .map(attempt -> AttemptView.of(attempt, liveness, record.steps(), usual))
                .toList();
        NightStatus last =
                attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).status();
        NightStatus status = NightStatus.of(record.run().state(), last, liveness);
        return new RunView(
                record, status, attempts, new ProgressOfRun(record, attempts, usual).progress(status, now), owner);
    }

    /** By name, in the order in which the steps are taken. */
    private static Map<String, Duration> usual(RunRecord record) {
        Map<String, Map<Long, List<Times>>> times = new LinkedHashMap<>();
        for (StepRecord step : record.steps()) {
            if (record.past().last().contains(step.run())) {
                times.computeIfAbsent(step.name(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(step.run(), run -> new ArrayList<>())
                        .add(step.times());
            }
        }
        Map<String, Duration> usual = new LinkedHashMap<>();
        times.forEach((name, runs) -> {
            Duration median = Usual.median(runs.values().stream()
                    .map(Times::together)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toList()));
            if (median != null) {
                usual.put(name, median);
            }
        });
        return usual;
    }
}
