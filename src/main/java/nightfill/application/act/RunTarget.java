package nightfill.application.act;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.act.Verdict.Possible;
import nightfill.application.problem.Problem;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.Owner;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunView;
import nightfill.domain.access.Act;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/** A run. */
public record RunTarget(RunView run) implements Target {

    @Override
    public List<Act> acts() {
        return List.of(Act.RESTART, Act.STOP, Act.TAKE_OVER, Act.ABANDON, Act.CORRECT, Act.PUBLISH);
    }

    @Override
    public Verdict judge(Act act) {
        return switch (act) {
            case RESTART -> restart();
            case STOP -> stop();
            case TAKE_OVER -> takeOver();
            case ABANDON -> abandon();
            case CORRECT -> correct();
            case PUBLISH -> publish();
            default -> new Impossible("it is not about a run");
        };
    }

    @Override
    public Order order(Act act, Choices choices) {
        return switch (act) {
            case STOP -> new Order.Stop(attempt());
            case ABANDON ->
                new Order.Abandon(
                        Optional.of(attempt()).filter(id -> id > 0),
                        choices.places().output());
            case PUBLISH ->
                new Order.Publish(
                        directory(choices.directory()), choices.places().output());
            case CORRECT -> choices.run(act, date(), run.contents().input());
            default -> choices.goOn(run, act == Act.TAKE_OVER);
        };
    }

    /** The one that was chosen, which must be one of the run's; else the first one that lacks it. */
    private Path directory(Optional<Path> chosen) {
        List<Publication> places = run.contents().publications();
        return places.stream()
                .filter(place -> chosen.map(it -> it.equals(Path.of(place.directory())))
                        .orElse(!place.there() || places.stream().allMatch(Publication::there)))
                .findFirst()
                .map(place -> Path.of(place.directory()))
                .orElseThrow(() -> Problem.refused("it is not to be published there"));
    }

    @Override
    public LocalDate date() {
        return run.run().name().date();
    }

    @Override
    public Optional<NightStatus> status() {
        return Optional.of(run.status());
    }

    @Override
    public Optional<Attempt> lastAttempt() {
        return Optional.ofNullable(run.lastAttempt()).map(AttemptView::attempt);
    }

    @Override
    public Optional<Owner> owner() {
        return run.owner();
    }

    @Override
    public @Nullable Duration expected(Act act) {
        return switch (act) {
            case RESTART, TAKE_OVER -> left(run.usualDuration());
            case CORRECT -> run.usualDuration();
            default -> null;
        };
    }

    private @Nullable Duration left(@Nullable Duration usual) {
        Duration spent = run.duration();
        if (usual == null || spent == null) {
            return usual;
        }
        Duration left = usual.minus(spent);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Optional<String> notAtRest() {
        return switch (run.run().state()) {
            case LOADING, ALLOCATING -> busy();
            case FINISHED -> Optional.of("it is finished");
            case REPLACED -> Optional.of("a correction has replaced it");
            case ABANDONED -> Optional.of("it was abandoned" + goOnWith());
            case DISCARDED -> Optional.of("nothing of it is left" + goOnWith());
        };
    }

    private String goOnWith() {
        RunName standing = run.chain().standing();
        return standing == null ? "; run its date again" : "; its date has run %d by now".formatted(standing.number());
    }

    private Verdict restart() {
        return notAtRest()
                .<Verdict>map(Impossible::new)
                .orElseGet(() -> GoingOn.of(run.run().state()));
    }

    private Verdict stop() {
        return run.status() == NightStatus.RUNNING
                ? new Possible(
                        List.of("ask the night to stop at its next commit", "keep all that it has done"),
                        List.of("end a process by force", "undo anything"))
                : new Impossible(
                        run.status() == NightStatus.STOPPING ? "it is stopping already" : "it is not under way");
    }

    private Verdict takeOver() {
        return owner().filter(owner -> owner.liveness() == Liveness.CANNOT_BE_TOLD)
                .<Verdict>map(owner -> new Possible(
                        List.of(
                                "take the run lock from " + owner.who().name()
                                        + ", which can write nothing from then on",
                                "go on with the night where it is"),
                        List.of("end a process, here or on another host")))
                .orElseGet(() -> new Impossible(owner().map(RunTarget::plain).orElse("nobody owns the run lock")));
    }

    private static String plain(Owner owner) {
        return owner.liveness() == Liveness.ALIVE
                ? owner.who().name() + " is alive and at work"
                : "its owner is dead; restart it instead";
    }

    private Verdict abandon() {
        return notAtRest()
                .<Verdict>map(Impossible::new)
                .orElseGet(() -> new Possible(
                        List.of(
                                "undo this run whole; nothing of it counts then",
                                "let its date be run again, with the feeds as they will be then"),
                        List.of("touch another run, or a report in OUTPUT")));
    }

    private Verdict correct() {
        if (run.run().state() != State.FINISHED) {
            return new Impossible("it is not finished");
        }
        if (!run.chain().last()) {
            return new Impossible("a later night has begun, and only the last one can be corrected");
        }
        return busy().<Verdict>map(Impossible::new)
                .orElseGet(() -> new Possible(
                        List.of(
                                "take the feeds of its date from INPUT as they are now",
                                "undo this run as soon as they take effect",
                                "run the date again as run %d"
                                        .formatted(run.run().name().number() + 1)),
                        List.of("change a report of this run: they stay for the record")));
    }

    private Verdict publish() {
        if (run.run().state() != State.FINISHED) {
            return new Impossible("it is not finished");
        }
        return run.contents().publications().isEmpty()
                ? new Impossible("it is to be published nowhere")
                : new Possible(
                        List.of("add to the directory every finished run that it lacks"),
                        List.of("change or delete anything that is there"));
    }
}
