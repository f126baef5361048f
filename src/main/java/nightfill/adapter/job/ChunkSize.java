package nightfill.adapter.job;

/** How many rows are committed together, or fewer where they are wide; the outcome does not depend on it. */
public record ChunkSize(int rows) {

    public static final ChunkSize DEFAULT = new ChunkSize(20_000);

    public ChunkSize {
        if (rows < 1) {
            throw new IllegalArgumentException("a chunk has at least one row, not " + rows);
        }
    }
}
