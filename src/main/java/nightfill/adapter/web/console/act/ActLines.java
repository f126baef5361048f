package nightfill.adapter.web.console.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.web.console.act.ActsSheet.Line;
import nightfill.application.act.DateTarget;
import nightfill.application.act.RunTarget;
import nightfill.application.act.Target;
import nightfill.application.act.Verdict.Impossible;
import nightfill.domain.access.Act;
import nightfill.domain.access.Role;
import nightfill.domain.run.Run.State;
import nightfill.domain.watch.NightStatus;
import nightfill.view.ActWords;
import org.jspecify.annotations.Nullable;

/**
 * Each act on a run, and on its date where nothing of the run is left.
 *
 * @param role of the person
 * @param inTheWay of all acts, as a reason; null where nothing is
 * @param takes how long it takes to go on with the run; null where that is not known
 */
record ActLines(
        RunTarget run,
        Role role,
        @Nullable String inTheWay,
        @Nullable String takes) {

    ActsSheet sheet(@Nullable AskedSheet asked) {
        List<Line> lines = targets()
                .flatMap(target -> target.acts().stream().map(act -> line(act, target)))
                .toList();
        List<Line> possible =
                lines.stream().filter(line -> line.reason() == null).toList();
        return new ActsSheet(
                callsForAPerson() && !possible.isEmpty() ? possible.get(0) : null,
                possible,
                lines.stream().filter(line -> line.reason() != null).toList(),
                asked);
    }

    private Stream<Target> targets() {
        State state = run.run().run().state();
        boolean over = state == State.DISCARDED || state == State.ABANDONED;
        return over && run.run().chain().standing() == null
                ? Stream.of(new DateTarget(run.date(), Optional.empty(), null, run.owner()))
                : Stream.of(run);
    }

    private Line line(Act act, Target target) {
        String reason = reason(act, target);
        String name = reason == null ? ActWords.heading(act, target.date().toString()) : act.title();
        return new Line(name, ActPaths.of(act, target), reason, goesOn(act) ? takes : null);
    }

    private static boolean goesOn(Act act) {
        return act == Act.RESTART || act == Act.TAKE_OVER;
    }

    private @Nullable String reason(Act act, Target target) {
        if (inTheWay != null) {
            return inTheWay;
        }
        if (target.judge(act) instanceof Impossible impossible) {
            return impossible.reason();
        }
        return role.may(act) ? null : "it takes the role " + act.least().title();
    }

    /** A night whose books do not balance is for those who look after Nightfill. */
    private boolean callsForAPerson() {
        NightStatus status = run.run().status();
        return status == NightStatus.STOPPED
                || status == NightStatus.SILENT
                || (status.isTrouble() && status != NightStatus.UNBALANCED);
    }
}
