package nightfill.application.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.RunFacts.Published;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.application.watch.RunRecord.Former;
import nightfill.application.watch.RunRecord.Neighbours;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.access.Actor;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import nightfill.domain.watch.Usual;
import org.jspecify.annotations.Nullable;

/** What is on record of nights, in memory. */
public final class InMemoryNightRecords implements NightRecords {

    private static final Comparator<RunFacts> NEWEST_FIRST = Comparator.<RunFacts, LocalDate>comparing(
                    run -> run.name().date())
            .thenComparing(RunFacts::id)
            .reversed();

    private static final Set<State> STANDING = EnumSet.of(State.LOADING, State.ALLOCATING, State.FINISHED);

    public final List<StepRecord> steps = new ArrayList<>();
    public Contents contents = new Contents(List.of(), Map.of(), List.of(), List.of(), List.of(), null);

    /** On which runs take their feeds. */
    public Terms terms = Terms.USUAL;

    private final List<RunFacts> runs = new ArrayList<>();
    private final Map<Long, Long> replaces = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<LocalDate, Instant> notes = new HashMap<>();
    private long lastId;

    private record Place(String directory, long run, boolean there) {}

    public long run(RunName name, State state, @Nullable Long replaced, RunFigures figures) {
        long id = ++lastId;
        boolean finished = state == State.FINISHED || state == State.REPLACED;
        runs.add(new RunFacts(id, name, state, terms, finished ? figures : null, new Published(0, 0)));
        if (replaced != null) {
            replaces.put(id, replaced);
        }
        return id;
    }

    public Asked asked(Actor actor, String note) {
        return new Asked(++lastId, actor, note);
    }

    public void note(LocalDate date, Instant at) {
        notes.put(date, at);
    }

    public long attempt(long run, Recorded recorded, Times times, @Nullable Asked asked) {
        attempts.replaceAll(it -> new Attempt(it.id(), it.run(), false, it.recorded(), it.times(), it.asked()));
        attempts.add(new Attempt(++lastId, run, true, recorded, times, asked));
        return lastId;
    }

    public void publication(String directory, long run, boolean there) {
        places.add(new Place(directory, run, there));
    }

    private Stream<RunFacts> runs() {
        return runs.stream().map(this::published).sorted(NEWEST_FIRST);
    }

    private RunFacts published(RunFacts run) {
        List<Place> own = places.stream().filter(place -> place.run == run.id()).toList();
        long there = own.stream().filter(Place::there).count();
        return new RunFacts(
                run.id(), run.name(), run.state(), run.terms(), run.figures(), new Published(there, own.size()));
    }

    @Override
    public Nights nights(NightFilter filter, @Nullable LocalDate before, int most) {
        List<RunFacts> shown = runs().map(run -> run.name().date())
                .distinct()
                .filter(date -> before == null || date.isBefore(before))
                .filter(date -> filter.from() == null || !date.isBefore(filter.from()))
                .filter(date -> filter.to() == null || !date.isAfter(filter.to()))
                .map(this::shown)
                .filter(run -> matches(run, filter))
                .limit(most)
                .toList();
        List<LocalDate> dates = shown.stream().map(run -> run.name().date()).toList();
        return new Nights(
                shown,
                runs().filter(run -> dates.contains(run.name().date()) && !shown.contains(run))
                        .toList(),
                attempts.stream()
                        .filter(attempt -> shown.stream().anyMatch(run -> run.id() == attempt.run()))
                        .toList(),
                past().filter(night -> dates.stream()
                                .anyMatch(date -> sameWeekdays(date).contains(night)))
                        .toList());
    }

    private List<PastNight> sameWeekdays(LocalDate date) {
        return Usual.sameWeekday(date, past().toList(), PastNight::date);
    }

    private RunFacts shown(LocalDate date) {
        Comparator<RunFacts> rank = Comparator.comparing(run -> rank(run.state()));
        return runs().filter(run -> run.name().date().equals(date))
                .max(rank.thenComparing(RunFacts::id))
                .orElseThrow();
    }

    private static int rank(State state) {
        return switch (state) {
            case LOADING, ALLOCATING -> 2;
            case FINISHED -> 1;
            default -> 0;
        };
    }

    /** What is under way may come to any end. */
    private boolean matches(RunFacts run, NightFilter filter) {
        Optional<Attempt> last = last(run);
        String reason = last.map(attempt -> attempt.recorded().message()).orElse("");
        return reason.toLowerCase(Locale.ROOT).contains(filter.text().toLowerCase(Locale.ROOT))
                && (filter.status() == null
                        || Stream.of(Liveness.values())
                                .map(owner -> status(run, last, Optional.of(owner)))
                                .anyMatch(filter.status()::equals));
    }

    private static NightStatus status(RunFacts run, Optional<Attempt> last, Optional<Liveness> owner) {
        NightStatus attempt = last.map(it -> it.recorded().judge(true, owner)).orElse(null);
        return NightStatus.of(run.state(), attempt, owner);
    }

    private Optional<Attempt> last(RunFacts run) {
        return attempts.stream().filter(attempt -> attempt.run() == run.id()).reduce((first, second) -> second);
    }

    private Stream<PastNight> past() {
        return runs().filter(run -> run.state() == State.FINISHED).map(this::past);
    }

    private PastNight past(RunFacts run) {
        return new PastNight(
                run.name(),
                Objects.requireNonNull(run.figures()),
                attempts.stream()
                        .filter(attempt -> attempt.run() == run.id())
                        .map(Attempt::times)
                        .toList());
    }

    @Override
    public Optional<RunRecord> run(RunName name) {
        Comparator<RunFacts> known =
                Comparator.comparing(run -> run.state() != State.ABANDONED && run.state() != State.DISCARDED);
        return runs().filter(run -> run.name().equals(name))
                .max(known.thenComparing(RunFacts::id))
                .map(this::record);
    }

    private RunRecord record(RunFacts run) {
        List<RunFacts> before = runs().filter(other -> other.state() == State.FINISHED
                        && other.name().date().isBefore(run.name().date()))
                .limit(Usual.NIGHTS)
                .toList();
        return new RunRecord(
                run,
                chain(run),
                attempts.stream().filter(attempt -> attempt.run() == run.id()).toList(),
                steps,
                new Former(
                        sameWeekdays(run.name().date()),
                        before.stream().map(RunFacts::id).toList(),
                        before.stream().findFirst().map(this::past).orElse(null),
                        null),
                contents);
    }

    private Chain chain(RunFacts run) {
        Function<Predicate<RunFacts>, @Nullable RunName> first =
                which -> runs().filter(which).map(RunFacts::name).findFirst().orElse(null);
        return new Chain(
                null,
                first.apply(other -> Objects.equals(replaces.get(run.id()), other.id())),
                first.apply(other -> Objects.equals(replaces.get(other.id()), run.id())),
                new Neighbours(
                        first.apply(other -> NEWEST_FIRST.compare(other, run) > 0),
                        runs().filter(other -> NEWEST_FIRST.compare(other, run) < 0)
                                .map(RunFacts::name)
                                .reduce((newer, older) -> older)
                                .orElse(null)),
                first.apply(other -> other.id() != run.id()
                        && other.name().date().equals(run.name().date())
                        && STANDING.contains(other.state())),
                isLast(run));
    }

    private boolean isLast(RunFacts run) {
        return run.state() == State.FINISHED
                && runs.stream()
                        .noneMatch(other -> other.state() == State.ALLOCATING
                                || (other.state() == State.FINISHED && other.id() > run.id()));
    }

    @Override
    public List<PastNight> past(int most) {
        return past().limit(most).toList();
    }

    @Override
    public Undone undone() {
        return new Undone(unfinished(), owed());
    }

    private List<LastTry> unfinished() {
        return runs().filter(run -> runs.stream()
                        .noneMatch(
                                later -> later.name().date().equals(run.name().date()) && later.id() > run.id()))
                .filter(run -> run.state() == State.LOADING
                        || run.state() == State.ALLOCATING
                        || run.state() == State.DISCARDED)
                .map(run -> new LastTry(run, last(run).orElse(null), isAnswered(run)))
                .toList();
    }

    private boolean isAnswered(RunFacts run) {
        Times times = last(run).map(Attempt::times).orElse(new Times(null, null));
        Instant since = Stream.of(Optional.ofNullable(times.ended()), Optional.ofNullable(times.started()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Instant.MIN);
        return notes.getOrDefault(run.name().date(), Instant.MIN).isAfter(since);
    }

    private List<Owed> owed() {
        return places.stream()
                .filter(place -> !place.there)
                .flatMap(place -> runs().filter(run -> run.id() == place.run && run.figures() != null)
                        .map(run -> new Owed(run.name(), place.directory)))
                .toList();
    }
}
