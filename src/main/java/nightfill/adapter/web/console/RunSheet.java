package nightfill.adapter.web.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nightfill.adapter.web.ShownMark;
import nightfill.adapter.web.console.NightLine.Name;
import nightfill.adapter.web.console.act.ActsSheet;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.NightProgress;
import nightfill.application.watch.RunRecord.ReportRecord;
import nightfill.application.watch.RunView;
import nightfill.domain.run.RunName;
import nightfill.view.Moments;
import nightfill.view.NightSentence;
import nightfill.view.Numbers;
import nightfill.view.RetryWords;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/** A run's page, in words, in the order in which a person wants to know them. */
record RunSheet(
        Top top, Now now, Counting counting, List<AttemptSheet> attempts, List<FeedSheet> feeds, Output output) {

    /** What it is and how it goes; the one sentence, and what to do. */
    record Top(
            int every,
            Name name,
            ShownMark mark,
            String sentence,
            String advice,
            @Nullable String reason) {}

    /** How far it is, and who is at work on the database. */
    record Now(
            @Nullable GoingSheet going,
            @Nullable LockSheet lock,
            @Nullable InputSheet input,
            @Nullable String retries,
            ActsSheet acts) {}

    /** What counts in the data, and what hangs together with what. */
    record Counting(String text, List<Link> chain) {}

    /** Another run that this one has to do with. */
    record Link(String what, @Nullable Name run) {}

    /** What went out, and what people should know of it. */
    record Output(List<Written> reports, List<Place> places, List<String> warnings) {}

    record Written(String name, String rows, String sha256) {

        static Written of(ReportRecord report) {
            return new Written(report.name(), Numbers.grouped(report.rows()), report.sha256());
        }
    }

    record Place(String directory, String state) {}

    static RunSheet of(RunView run, Ahead.Known ahead, ActsSheet acts, Clock clock) {
        ZoneId zone = clock.getZone();
        return new RunSheet(
                top(run, clock),
                new Now(
                        GoingSheet.of(run.progress()),
                        LockSheet.of(run.owner(), zone),
                        InputSheet.of(ahead.input()),
                        retries(run, ahead, clock),
                        acts),
                new Counting(StatusWords.counting(run.run().counts()), chain(run)),
                run.attempts().stream()
                        .map(attempt -> AttemptSheet.of(attempt, zone))
                        .toList(),
                run.contents().feeds().stream().map(FeedSheet::of).toList(),
                new Output(
                        run.contents().reports().stream().map(Written::of).toList(),
                        run.contents().publications().stream()
                                .map(place -> new Place(place.directory(), place.there() ? "there" : "owed"))
                                .toList(),
                        run.contents().warnings()));
    }

    private static Top top(RunView run, Clock clock) {
        ZoneId zone = clock.getZone();
        Instant now = clock.instant();
        return new Top(
                Refresh.seconds(run.status().isUnderWay()),
                Name.of(run.run().name()),
                ShownMark.of(StatusWords.mark(run.status())),
                sentence(run, now, zone),
                StatusWords.advice(run.status()),
                reason(run));
    }

    private static @Nullable String retries(RunView run, Ahead.Known ahead, Clock clock) {
        RetryWords words = new RetryWords(moment -> Moments.time(moment, clock.getZone()));
        return ahead.retries()
                .map(retries -> words.text(retries, run.status().isUnderWay(), clock.instant()))
                .orElse(null);
    }

    private static String sentence(RunView run, Instant now, ZoneId zone) {
        @Nullable AttemptView last = run.lastAttempt();
        @Nullable Instant since = last == null ? null : last.attempt().times().ended();
        Duration remaining = run.progress().map(NightProgress::remaining).orElse(null);
        return new NightSentence(
                        run.run().name().date(),
                        run.status(),
                        run.run().counts(),
                        since == null ? null : Moments.time(since, zone),
                        remaining == null ? null : Moments.time(now.plus(remaining), zone))
                .text();
    }

    private static @Nullable String reason(RunView run) {
        AttemptView last = run.lastAttempt();
        return last == null || !run.status().isTrouble()
                ? null
                : StatusWords.explained(run.status(), last.attempt().recorded().message());
    }

    private static List<Link> chain(RunView run) {
        return List.of(
                link("builds on", run.chain().buildsOn()),
                link("replaces", run.chain().replaces()),
                link("was replaced by", run.chain().replacedBy()));
    }

    private static Link link(String what, @Nullable RunName run) {
        return new Link(what, run == null ? null : Name.of(run));
    }
}
