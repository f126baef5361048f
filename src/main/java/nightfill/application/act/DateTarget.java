package nightfill.application.act;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.act.Verdict.Possible;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.JudgedAttempt;
import nightfill.application.watch.NightRow;
import nightfill.application.watch.Owner;
import nightfill.domain.access.Act;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/**
 * A date, whether it has a night or not.
 *
 * @param night nothing where the date was never run
 * @param unfinished the run that all other dates wait for; null where there is none
 */
public record DateTarget(
        LocalDate date, Optional<NightRow> night, @Nullable RunName unfinished, Optional<Owner> owner)
        implements Target {

    private static final List<String> UNTOUCHED = List.of("change a night that is finished");

    @Override
    public List<Act> acts() {
        return List.of(
                Act.RUN,
                Act.ACCEPT_SAME_FEED,
                Act.ACCEPT_SHRUNK_FEEDS,
                Act.ACCEPT_RENUMBERED,
                Act.RUN_PENDING,
                Act.RUN_AFTER_RESTORE);
    }

    @Override
    public Verdict judge(Act act) {
        return inTheWay(act).<Verdict>map(Impossible::new).orElseGet(() -> possible(act));
    }

    private Optional<String> inTheWay(Act act) {
        return switch (act) {
            case RUN, ACCEPT_SAME_FEED, ACCEPT_SHRUNK_FEEDS, ACCEPT_RENUMBERED ->
                busy().or(this::taken).or(this::waits);
            case RUN_PENDING, RUN_AFTER_RESTORE -> busy();
            default -> Optional.of("it is not about a date");
        };
    }

    private Optional<String> taken() {
        return night.map(NightRow::run)
                .filter(run -> run.state() != State.DISCARDED && run.state() != State.ABANDONED)
                .map(run -> run.state() == State.FINISHED
                        ? "it is finished; the last night can be corrected"
                        : "its run %d is unfinished; restart or abandon that"
                                .formatted(run.name().number()));
    }

    private Optional<String> waits() {
        return Optional.ofNullable(unfinished)
                .map(run -> "run %d of %s is unfinished and has to come first".formatted(run.number(), run.date()));
    }

    private Verdict possible(Act act) {
        return switch (act) {
            case RUN ->
                new Possible(night("take the feeds of the date from INPUT, if they are fit to be taken"), UNTOUCHED);
            case ACCEPT_SAME_FEED ->
                accepting("an earlier night has brought the same file; batches fall back to what they were then");
            case ACCEPT_SHRUNK_FEEDS -> accepting("so much is gone from them that half may be missing");
            case ACCEPT_RENUMBERED ->
                accepting("many of the lines are known under other numbers, and may be promised twice");
            case RUN_PENDING ->
                new Possible(
                        List.of(
                                "finish the unfinished night first, if there is one",
                                "run every date before this one whose feeds lie in INPUT and that was never run, the oldest first",
                                "run this date, and publish where a directory was named"),
                        List.of("run anything behind a night that does not end well"));
            default ->
                new Possible(
                        List.of(
                                "run again, in their order, the nights that OUTPUT shows and the database does not know",
                                "require that their reports come out as they are",
                                "run this date, and publish where a directory was named"),
                        List.of("change a report in OUTPUT"));
        };
    }

    private static Possible accepting(String what) {
        return new Possible(
                night("take the feeds of the date from INPUT, although " + what),
                List.of("accept anything else that is wrong with them", "change a night that is finished"));
    }

    private static List<String> night(String feeds) {
        return List.of(
                feeds,
                "load them, and let them take effect, all in one moment",
                "allocate every open line",
                "write the reports, balance the books, and put the reports into OUTPUT",
                "publish them, where a directory was named");
    }

    @Override
    public Order order(Act act, Choices choices) {
        return choices.run(act, date, null);
    }

    @Override
    public Optional<NightStatus> status() {
        return night.map(NightRow::status);
    }

    @Override
    public Optional<Attempt> lastAttempt() {
        return night.map(NightRow::lastAttempt).map(JudgedAttempt::attempt);
    }

    @Override
    public @Nullable Duration expected(Act act) {
        boolean alone = act.runsOneNight();
        return night.filter(it -> alone).map(NightRow::usualDuration).orElse(null);
    }
}
