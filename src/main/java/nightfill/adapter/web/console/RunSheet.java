package nightfill.adapter.web.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.ShownMark;
import nightfill.adapter.web.console.NightLine.Name;
import nightfill.adapter.web.console.Sentence.Expected;
import nightfill.adapter.web.console.act.ActsSheet;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.NightProgress;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunRecord.ReportRecord;
import nightfill.application.watch.RunView;
import nightfill.domain.access.Role;
import nightfill.view.Moments;
import nightfill.view.Numbers;
import nightfill.view.RetryWords;
import nightfill.view.Spans;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/** A run's page, in words, in the order in which a person wants to know them. */
record RunSheet(Top top, Now now, CountingSheet counting, Tries tries, List<FeedSheet> feeds, Output output) {

    /** What it is and how it goes; the one sentence. */
    record Top(
            int every,
            Name name,
            ShownMark mark,
            Sentence sentence,
            @Nullable CauseSheet cause) {}

    /** How far it is, and who is at work on the database. */
    record Now(
            @Nullable GoingSheet going,
            @Nullable LockSheet lock,
            @Nullable InputSheet input,
            @Nullable String retries,
            ActsSheet acts) {}

    /** Attempts, the newest first, and how long the axis of their steps is. */
    record Tries(List<AttemptSheet> attempts, String axis) {

        public boolean drawn() {
            return attempts.stream().anyMatch(AttemptSheet::any);
        }
    }

    /** What went out, what it is like beside others, and what people should know of it. */
    record Output(
            List<Written> reports,
            List<Place> places,
            List<String> warnings,
            @Nullable AgainstSheet against) {

        public boolean any() {
            return !reports.isEmpty();
        }
    }

    record Written(String name, String rows, String sha256) {

        static Written of(ReportRecord report) {
            return new Written(report.name(), Numbers.grouped(report.rows()), report.sha256());
        }
    }

    record Place(String directory, ShownMark mark) {

        static Place of(Publication place) {
            return new Place(place.directory(), ShownMark.of(StatusWords.published(place.there())));
        }
    }

    /** What lies ahead of a run, and what behind it. */
    record Around(Ahead.Known ahead, Behind.Known behind) {}

    static RunSheet of(RunView run, Around around, ActsSheet acts, Role reader, Clock clock) {
        ZoneId zone = clock.getZone();
        return new RunSheet(
                top(run, around, reader, clock),
                new Now(
                        GoingSheet.of(run.progress()),
                        LockSheet.of(run.owner(), zone),
                        InputSheet.of(around.ahead().input()),
                        retries(run, around.ahead(), clock),
                        acts),
                CountingSheet.of(run, around.behind(), clock),
                tries(run, clock),
                run.contents().feeds().stream()
                        .map(feed ->
                                FeedSheet.of(feed, run.contents().feedsBefore().get(feed.feed())))
                        .toList(),
                new Output(
                        run.contents().reports().stream().map(Written::of).toList(),
                        run.contents().publications().stream().map(Place::of).toList(),
                        run.contents().warnings(),
                        AgainstSheet.of(run)));
    }

    public boolean fed() {
        return !feeds.isEmpty();
    }

    private static Top top(RunView run, Around around, Role reader, Clock clock) {
        return new Top(
                Refresh.seconds(run.status().isUnderWay()),
                Name.of(run.run().name()),
                ShownMark.of(StatusWords.mark(run.status())),
                sentence(run, around.ahead(), clock.instant(), clock.getZone()),
                CauseSheet.of(run, reader, around.behind()));
    }

    private static @Nullable String retries(RunView run, Ahead.Known ahead, Clock clock) {
        RetryWords words = new RetryWords(moment -> Moments.time(moment, clock.getZone()));
        return ahead.retries()
                .map(retries -> words.text(retries, run.status().isUnderWay(), clock.instant()))
                .orElse(null);
    }

    private static Sentence sentence(RunView run, Ahead.Known ahead, Instant now, ZoneId zone) {
        Optional<Instant> since = Optional.ofNullable(run.lastAttempt())
                .map(last -> last.attempt().times().ended());
        Optional<Expected> ends = run.progress()
                .map(NightProgress::remaining)
                .map(left -> new Expected(
                        now.plus(left),
                        run.usualEnd(zone),
                        ahead.deadline(run, now).orElse(null)));
        return Sentence.of(
                run.run().name().date(),
                run.status(),
                run.run().counts(),
                new Sentence.Known(since.orElse(null), ends.orElse(null)),
                zone);
    }

    private static Tries tries(RunView run, Clock clock) {
        List<AttemptView> views = run.attempts();
        TimeAxis axis = TimeAxis.of(views, clock.instant());
        List<AttemptSheet> sheets = new ArrayList<>();
        for (int index = views.size() - 1; index >= 0; index--) {
            sheets.add(AttemptSheet.of(views.get(index), index + 1, axis, clock.getZone()));
        }
        return new Tries(sheets, Spans.text(axis.length()));
    }
}
