package nightfill.domain.sync;

/**
 * One change to the destination of a sync.
 *
 * <p>Paths are relative to the two trees and have {@code /} between their names.
 */
public sealed interface SyncAction {

    /** Where the destination changes. */
    String path();

    /**
     * Takes the content from the source, in place of whatever is at the path.
     *
     * @param sha256 of the content, 64 hexadecimal digits in lower case
     */
    record Copy(String path, String sha256) implements SyncAction {}

    /** Renames within the destination, in place of whatever is at the path. */
    record Move(String from, String path) implements SyncAction {}

    record Delete(String path) implements SyncAction {}
}
