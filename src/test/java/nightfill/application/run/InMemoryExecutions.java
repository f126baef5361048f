package nightfill.application.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nightfill.application.access.InMemoryAuditTrail;
import nightfill.application.upkeep.ExecutionRecords;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Executions in a database in memory. */
public final class InMemoryExecutions implements Executions, ExecutionRecords {

    private static final Set<String> UNDER_WAY = Set.of("STARTED", "STOPPING");

    private final InMemoryDatabase database;
    private final InMemoryTable<Attempt> attempts;
    private final Clock clock;

    /** Says who asked for an execution. */
    public final InMemoryAuditTrail trail;

    public InMemoryExecutions(InMemoryDatabase database, Clock clock) {
        this.database = database;
        this.attempts = database.table();
        this.clock = clock;
        this.trail = new InMemoryAuditTrail(clock);
    }

    private record Attempt(
            long id,
            long run,
            @Nullable Long asked,
            String status,
            OffsetDateTime started,
            @Nullable OffsetDateTime ended,
            @Nullable String step,
            @Nullable String message) {}

    /** Notes that an execution starts; returns its id. */
    public long begin(Run run) {
        return begin(run, null);
    }

    /** The same of one that an entry of the trail has asked for. */
    public long begin(Run run, @Nullable Long asked) {
        long id = database.nextNumber();
        attempts.insert(new Attempt(id, run.id(), asked, "STARTED", OffsetDateTime.now(clock), null, null, null));
        return id;
    }

    public void enter(long id, String step) {
        change(id, it -> new Attempt(it.id(), it.run(), it.asked(), it.status(), it.started(), null, step, null));
    }

    public void end(long id, String status, @Nullable String message) {
        change(
                id,
                it -> new Attempt(
                        it.id(),
                        it.run(),
                        it.asked(),
                        status,
                        it.started(),
                        OffsetDateTime.now(clock),
                        it.step(),
                        message));
    }

    /** Lets the last be as its process left it when it was killed. */
    public void forgetEnd() {
        attempts.rows()
                .reduce((first, second) -> second)
                .ifPresent(last -> change(
                        last.id(),
                        it -> new Attempt(
                                it.id(), it.run(), it.asked(), "STARTED", it.started(), null, it.step(), null)));
    }

    public boolean isToStop(long id) {
        return attempts.has(it -> it.id() == id && it.status().equals("STOPPING"));
    }

    /** Notes the end of those that are under way still. */
    public void endAll(String status) {
        attempts.where(it -> UNDER_WAY.contains(it.status())).toList().forEach(it -> end(it.id(), status, "died"));
    }

    @Override
    public List<Execution> list(Optional<LocalDate> date, int most) {
        return attempts.rows()
                .map(this::execution)
                .filter(execution -> date.isEmpty()
                        || date.get().equals(execution.run().name().date()))
                .sorted(Comparator.comparing(Execution::id).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Execution> requestStop(Optional<Long> id) {
        Optional<Execution> underWay = list(Optional.empty(), 1).stream()
                .filter(it -> UNDER_WAY.contains(it.status()))
                .filter(it -> id.isEmpty() || id.get() == it.id())
                .findFirst();
        underWay.ifPresent(execution -> change(
                execution.id(),
                it -> new Attempt(
                        it.id(), it.run(), it.asked(), "STOPPING", it.started(), it.ended(), it.step(), it.message())));
        return underWay;
    }

    @Override
    public int removeBefore(LocalDate day) {
        List<Long> old = attempts.rows()
                .filter(attempt -> isOld(attempt, day))
                .map(Attempt::id)
                .toList();
        attempts.delete(attempt -> old.contains(attempt.id()));
        return old.size();
    }

    private boolean isOld(Attempt attempt, LocalDate day) {
        Run run = new InMemoryRuns(database).get(attempt.run());
        OffsetDateTime last = Objects.requireNonNullElse(attempt.ended(), attempt.started());
        return (last.toLocalDateTime().isBefore(day.atStartOfDay())
                        || run.date().isBefore(day))
                && run.state() != Run.State.LOADING
                && run.state() != Run.State.ALLOCATING
                && attempts.has(other -> other.id() > attempt.id());
    }

    private void change(long id, UnaryOperator<Attempt> change) {
        attempts.update(it -> it.id() == id, change);
    }

    private Execution execution(Attempt attempt) {
        Run run = new InMemoryRuns(database).get(attempt.run());
        return new Execution(
                attempt.id(),
                new WorkedRun(
                        run.id(), run.name(), run.state().name(), run.terms().afterRestore()),
                attempt.status(),
                new Period(
                        attempt.started(),
                        attempt.ended(),
                        attempt.ended() == null ? null : Duration.between(attempt.started(), attempt.ended())),
                new Reached(attempt.step(), attempt.message(), null, null),
                attempt.asked() == null
                        ? null
                        : trail.entry(attempt.asked()).request().actor());
    }
}
