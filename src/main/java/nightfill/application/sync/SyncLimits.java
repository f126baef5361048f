package nightfill.application.sync;

/**
 * What a sync may do without a person's word.
 *
 * @param allowEmptySource whether a source without a file is meant so, and not a directory that was not mounted
 */
public record SyncLimits(DeleteLimit maxDelete, boolean allowEmptySource) {

    public static final SyncLimits DEFAULT = new SyncLimits(DeleteLimit.DEFAULT, false);
}
