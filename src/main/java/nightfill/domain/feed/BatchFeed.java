package nightfill.domain.feed;

/** What {@code batches.csv} lists of all the batches there are. */
public enum BatchFeed {
    /** Those that are new or have changed; one that it lacks stays as it is. */
    CHANGES,
    /** All of them; one that it lacks was cancelled, or has been used up. */
    SNAPSHOT
}
