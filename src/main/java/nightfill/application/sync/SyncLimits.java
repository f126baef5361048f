package nightfill.application.sync;

import nightfill.domain.words.Limit;
import nightfill.domain.words.Share;

/**
 * What a sync may do without a person's word.
 *
 * @param allowEmptySource whether a source without a file is meant so, and not a directory that was not mounted
 */
public record SyncLimits(Limit maxDelete, boolean allowEmptySource) {

    public static final SyncLimits DEFAULT = new SyncLimits(Limit.of(Share.percent(50)), false);
}
