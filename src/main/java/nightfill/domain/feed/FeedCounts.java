package nightfill.domain.feed;

/** What became of a feed's rows, counted from the data. */
public record FeedCounts(String sha256, long rows, long applied, long duplicate, long superseded, long rejected) {}
