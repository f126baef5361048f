package nightfill.domain.proof;

import org.jspecify.annotations.Nullable;

/** What a file is found to be, by the hash that is on record. */
public enum FileState {
    UNCHANGED,
    ALTERED,
    MISSING,
    /** Its hash is only in a manifest that is not the one on record. */
    UNPROVEN;

    /** Of a file that is there. */
    public static FileState of(@Nullable String recorded, String found) {
        if (recorded == null) {
            return UNPROVEN;
        }
        return recorded.equals(found) ? UNCHANGED : ALTERED;
    }
}
