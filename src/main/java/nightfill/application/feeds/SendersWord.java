package nightfill.application.feeds;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import org.jspecify.annotations.Nullable;

/** What {@code control.csv} says of the feeds, where there is one. */
public record SendersWord(Optional<Map<Feed, ControlEntry>> entries) {

    static final SendersWord NONE = new SendersWord(Optional.empty());

    static SendersWord of(List<ControlEntry> entries) {
        return new SendersWord(Optional.of(entries.stream().collect(Collectors.toMap(ControlEntry::feed, it -> it))));
    }

    /** @throws Problem (not ready) when a feed that it names is not there */
    void requireArrived(ArrivedNames names) {
        for (Feed feed : Feed.SENT) {
            if (entry(feed).isPresent()) {
                names.require(feed, ", but control.csv names it");
            }
        }
    }

    /** @throws Problem (refused) when a feed is there that it does not name */
    void requireNamed(ArrivedNames names) {
        for (Feed feed : Feed.SENT) {
            if (entries.isPresent() && entry(feed).isEmpty() && names.has(feed.fileName())) {
                throw Problem.refused(
                        "%s: control.csv does not name it"
                                .formatted(names.input().file(feed.fileName())),
                        Remedy.mend("add its row"),
                        Remedy.mend("remove the file"));
            }
        }
    }

    void requireHash(Feed feed, String sha256) {
        Optional<String> vouched = entry(feed).flatMap(ControlEntry::sha256);
        if (vouched.isPresent() && !vouched.get().equals(sha256)) {
            throw Problem.refused(
                    "%s has SHA-256 %s, but control.csv vouches for %s"
                            .formatted(feed.fileName(), sha256, vouched.get()),
                    Remedy.mend("send the feed that was meant"),
                    Remedy.mend("correct control.csv"));
        }
    }

    /** Only a hash shows that the last record is whole: a row count stays right when it is cut. */
    boolean vouchesForBytes(Feed feed, String sha256) {
        return entry(feed).flatMap(ControlEntry::sha256).equals(Optional.of(sha256));
    }

    /** Whether a feed without any record has no rows, rather than got lost. */
    boolean vouchesForNone(Feed feed) {
        return !feed.mandatory() && Objects.equals(rows(feed), 0L);
    }

    /** Whether a feed was accepted on this very word. */
    public boolean isSaidOf(AcceptedFeed accepted) {
        Optional<String> vouched = entry(accepted.feed()).flatMap(ControlEntry::sha256);
        return Objects.equals(rows(accepted.feed()), accepted.vouchedRows())
                && vouched.orElse(accepted.sha256()).equals(accepted.sha256());
    }

    @Nullable
    Long rows(Feed feed) {
        return entry(feed).map(entry -> (long) entry.rows()).orElse(null);
    }

    private Optional<ControlEntry> entry(Feed feed) {
        return entries.map(map -> map.get(feed));
    }
}
