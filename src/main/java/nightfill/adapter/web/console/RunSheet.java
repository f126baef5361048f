package nightfill.adapter.web.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.web.ShownMark;
import nightfill.adapter.web.console.NightLine.Name;
import nightfill.adapter.web.console.act.ActsSheet;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.NightProgress;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunRecord.ReportRecord;
import nightfill.application.watch.RunView;
import nightfill.domain.access.Role;
import nightfill.domain.run.RunName;
import nightfill.view.Moments;
import nightfill.view.Numbers;
import nightfill.view.RetryWords;
import nightfill.view.Spans;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/** A run's page, in words, in the order in which a person wants to know them. */
record RunSheet(Top top, Now now, Counting counting, Tries tries, List<FeedSheet> feeds, Output output) {

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

    /** What counts in the data, whether its books balance, and what hangs together with what. */
    record Counting(
            String text,
            String books,
            List<Link> chain,
            @Nullable Name before,
            @Nullable Name after) {}

    /** Another run that this one has to do with. */
    record Link(String what, Name run) {}

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

    static RunSheet of(RunView run, Ahead.Known ahead, ActsSheet acts, Role reader, Clock clock) {
        ZoneId zone = clock.getZone();
        return new RunSheet(
                top(run, reader, clock),
                new Now(
                        GoingSheet.of(run.progress()),
                        LockSheet.of(run.owner(), zone),
                        InputSheet.of(ahead.input()),
                        retries(run, ahead, clock),
                        acts),
                counting(run),
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

    private static Top top(RunView run, Role reader, Clock clock) {
        return new Top(
                Refresh.seconds(run.status().isUnderWay()),
                Name.of(run.run().name()),
                ShownMark.of(StatusWords.mark(run.status())),
                sentence(run, clock.instant(), clock.getZone()),
                CauseSheet.of(run, reader));
    }

    private static @Nullable String retries(RunView run, Ahead.Known ahead, Clock clock) {
        RetryWords words = new RetryWords(moment -> Moments.time(moment, clock.getZone()));
        return ahead.retries()
                .map(retries -> words.text(retries, run.status().isUnderWay(), clock.instant()))
                .orElse(null);
    }

    private static Sentence sentence(RunView run, Instant now, ZoneId zone) {
        Optional<Instant> since = Optional.ofNullable(run.lastAttempt())
                .map(last -> last.attempt().times().ended());
        Optional<Instant> ends = run.progress().map(NightProgress::remaining).map(now::plus);
        return Sentence.of(
                run.run().name().date(),
                run.status(),
                run.run().counts(),
                new Sentence.Known(since.orElse(null), ends.orElse(null)),
                zone);
    }

    private static Counting counting(RunView run) {
        Chain chain = run.chain();
        return new Counting(
                StatusWords.counting(run.run().counts()),
                Books.text(run),
                Stream.of(
                                link("builds on", chain.buildsOn()),
                                link("replaces", chain.replaces()),
                                link("was replaced by", chain.replacedBy()))
                        .flatMap(Optional::stream)
                        .toList(),
                chain.neighbours().before() == null
                        ? null
                        : Name.of(chain.neighbours().before()),
                chain.neighbours().after() == null
                        ? null
                        : Name.of(chain.neighbours().after()));
    }

    private static Optional<Link> link(String what, @Nullable RunName run) {
        return Optional.ofNullable(run).map(name -> new Link(what, Name.of(name)));
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
