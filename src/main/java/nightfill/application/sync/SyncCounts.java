package nightfill.application.sync;

/**
 * A sync in figures.
 *
 * @param copied COPY actions carried out, as are {@code moved} and {@code deleted} of their kind
 * @param unchanged files that stood in the destination already, where they should
 * @param skipped entries of the source that are no files
 * @param bytes copied
 */
public record SyncCounts(int copied, int moved, int deleted, int unchanged, int skipped, long bytes) {}
