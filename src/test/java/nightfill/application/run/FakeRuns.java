package nightfill.application.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;

/** One run that loads, and what is known beside it; keeps what it accepts, and the warnings. */
public final class FakeRuns implements Runs {

    public static final Run RUN =
            new Run(7, new RunName(LocalDate.of(2026, 11, 20), 1), null, null, Terms.USUAL, Run.Progress.LOADING);

    public final List<String> warnings = new ArrayList<>();
    public final Map<String, Run> sameOrderLines = new HashMap<>();
    private final List<AcceptedFeed> accepted = new ArrayList<>();
    public final Set<Acceptance> overridden = EnumSet.noneOf(Acceptance.class);
    public boolean knowsLines;

    @Override
    public void warn(Run run, String text) {
        warnings.add(text);
    }

    @Override
    public void override(Run run, Acceptance guard, String warning) {
        overridden.add(guard);
        warnings.add(warning);
    }

    @Override
    public Set<Acceptance> overridden(Run run) {
        return overridden;
    }

    @Override
    public void adopt(Run run, Set<Acceptance> overridden, List<String> warnings) {}

    @Override
    public boolean knowsLinesBeside(@Nullable Run replaced) {
        return knowsLines;
    }

    @Override
    public Run get(long id) {
        return RUN;
    }

    @Override
    public Optional<Run> unfinished() {
        return Optional.empty();
    }

    @Override
    public Optional<Run> loading() {
        return Optional.of(RUN);
    }

    @Override
    public Optional<Run> finished(LocalDate date) {
        return Optional.empty();
    }

    @Override
    public Optional<Run> lastFinished() {
        return Optional.empty();
    }

    @Override
    public List<Run> everFinished() {
        return List.of();
    }

    @Override
    public Run open(LocalDate date, Terms terms, @Nullable Run replaces) {
        return RUN;
    }

    @Override
    public void discard(Run run) {}

    @Override
    public Run begin(Run run) {
        return RUN;
    }

    @Override
    public void finish(Run run, String manifestSha256, List<ReportFile> reports) {}

    @Override
    public void accept(Run run, AcceptedFeed feed) {
        accepted.add(feed);
    }

    @Override
    public List<AcceptedFeed> accepted(Run run) {
        return accepted;
    }

    @Override
    public Optional<Run> otherWithOrderLines(Run run, String sha256) {
        return Optional.ofNullable(sameOrderLines.get(sha256));
    }

    @Override
    public Map<Feed, FeedCounts> feedCounts(Run run) {
        return Map.of();
    }

    @Override
    public Optional<ReportFile> report(Run run, String name) {
        return Optional.empty();
    }

    @Override
    public String databaseId() {
        return "";
    }
}
