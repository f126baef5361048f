package nightfill.domain.night;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nightfill.domain.feed.Feed;

/** All rows of one feed, in file order. */
public record FeedRows(Feed feed, List<FeedRow> rows) {

    public long count(Outcome.Kind kind) {
        return rows.stream().filter(row -> row.outcome().kind() == kind).count();
    }

    /** The rows to which no rule has objected so far. */
    List<FeedRow> applied() {
        return rows.stream().filter(FeedRow::isApplied).toList();
    }

    /** The batches that any of them is about. */
    Set<String> references() {
        return rows.stream().map(FeedRow::reference).collect(Collectors.toSet());
    }

    /** Lets a rule decide about those rows, one after the other. */
    void judge(Function<FeedRow, Outcome> rule) {
        for (FeedRow row : applied()) {
            row.comeTo(rule.apply(row));
        }
    }
}
