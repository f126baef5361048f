package nightfill.application.act;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.AuditTrail;
import nightfill.application.act.Answer.Begun;
import nightfill.application.act.Answer.Changed;
import nightfill.application.act.Answer.Refused;
import nightfill.application.act.NightStarter.Ended;
import nightfill.application.act.NightStarter.Words;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.compare.CompareInput;
import nightfill.application.compare.CompareInput.Compared;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.ShowRun;
import nightfill.domain.access.Act;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.run.RunName;

/** Shows what an act would do, and has it done once, to what was shown, by a process of its own. */
public record Acts(Looks looks, AuditTrail trail, NightStarter starter, Places places, InstantSource clock) {

    /** How long a process may take until the run lock shows that it is there. */
    public static final Duration STARTING = Duration.ofMinutes(1);

    private static final Actor NOBODY = new Actor(Actor.Kind.CONSOLE, "", "");

    /** Whoever looks at nights. */
    public record Looks(ShowRun runs, NightList nights, CompareInput input) {}

    /** Nothing where there is no such run. */
    public Optional<Target> run(RunName name) {
        return looks.runs().of(name, clock.instant()).map(RunTarget::new);
    }

    public Target date(LocalDate date) {
        NightList.Page page = looks.nights().page(new NightFilter(null, date, date, ""), null, 1);
        return new DateTarget(
                date,
                page.nights().stream().findFirst(),
                looks.nights().unfinished().orElse(null),
                page.owner());
    }

    /** What somebody asked for, and what came of it, if anything has. */
    public record AskedFor(AuditEntry request, Optional<AuditEntry> answer) {}

    /** Nothing where there is no such request. */
    public Optional<AskedFor> asked(long id) {
        return trail.after(id - 1, 1).stream()
                .filter(entry -> entry.id() == id && entry.isRequest())
                .findFirst()
                .map(entry -> new AskedFor(entry, trail.answerTo(id)));
    }

    /** Changes nothing. */
    public Preview preview(Act act, Target target, Optional<Path> directory) {
        Judged judged = judge(act, target, directory);
        Fed fed = new Fed(looks.input(), places);
        Optional<Compared> input = judged.worded().flatMap(worded -> fed.compare(act, target));
        return new Preview(
                act,
                target,
                fed.inVain(act, target, input).orElse(judged.verdict()),
                judged.seen(),
                judged.worded().map(worded -> worded.words().line()).orElse(""),
                input);
    }

    /**
     * How an act stands now.
     *
     * @param worded nothing where the target does not let it be
     */
    private record Judged(Seen seen, Verdict verdict, Optional<Worded> worded) {}

    private record Worded(Order order, Words words) {

        Request asked(Actor actor, String note) {
            return new Request(actor, words.act(), words.subject(), note);
        }
    }

    private Judged judge(Act act, Target target, Optional<Path> directory) {
        Lately lately = lately();
        Seen seen = new Seen(target.state(), lately.last());
        Verdict verdict = target.judge(act);
        if (verdict instanceof Impossible) {
            return new Judged(seen, verdict, Optional.empty());
        }
        try {
            Order order = target.order(act, new Choices(places, directory));
            Worded worded = new Worded(order, starter.words(order));
            return new Judged(
                    seen,
                    lately.starting(worded.asked(NOBODY, ""), target.asked())
                            .<Verdict>map(entry -> new Impossible(reason(entry)))
                            .orElse(verdict),
                    Optional.of(worded));
        } catch (Problem problem) {
            return new Judged(seen, new Impossible(problem.what()), Optional.empty());
        }
    }

    private Lately lately() {
        return new Lately(trail, clock.instant());
    }

    /** The command about runs among requests that do not show yet. */
    public static Optional<AuditEntry> starting(List<AuditEntry> open) {
        return Lately.rivals(open, new Request(NOBODY, Act.RUN.title(), "", "")).findFirst();
    }

    /** Why nothing may be asked for that rivals a request which does not show yet. */
    public static String reason(AuditEntry starting) {
        Request request = starting.request();
        return "%s has just asked for %s (no. %d), and it has not come out yet"
                .formatted(request.actor().name(), request.act(), starting.id());
    }

    /** Has an act done to a target as it is now, if it is as the person saw it. */
    public Answer ask(Press press, Target target) {
        Judged now = judge(press.act(), target, press.directory());
        Request request = now.worded()
                .map(worded -> worded.asked(press.actor(), press.note()))
                .orElseGet(() -> new Request(press.actor(), "", target.date().toString(), press.note()));
        if (!now.seen().state().equals(press.seen().state())) {
            return changed(press, target, request);
        }
        if (now.verdict() instanceof Impossible impossible) {
            return new Refused(impossible.reason());
        }
        return trail.askedUnlessSince(press.seen().entry(), request)
                .map(asked -> start(now.worded().orElseThrow().order(), asked))
                .orElseGet(() -> changed(press, target, request));
    }

    private Answer start(Order order, long asked) {
        try {
            starter.start(order, asked, ended -> answer(asked, ended));
            return new Begun(asked);
        } catch (IOException e) {
            String reason = "no process could be started: " + e.getMessage();
            trail.cameOut(asked, Kind.FAILED.name(), reason);
            return new Refused(reason);
        }
    }

    /** Where the process could not do so itself. */
    private void answer(long asked, Ended ended) {
        if (trail.isOpen(asked)) {
            trail.cameOut(
                    asked,
                    Kind.FAILED.name(),
                    "its process %s and gave no answer; it said last: %s".formatted(ended.how(), ended.said()));
        }
    }

    private Answer changed(Press press, Target target, Request request) {
        return new Changed(
                press.seen().status(),
                target.status(),
                lately().rivals(request, press.seen().entry()));
    }
}
