package nightfill.domain.watch;

import nightfill.domain.run.Run;

/** What of a run counts in the data. */
public enum WhatCounts {
    /** Its feeds have not taken effect; it can start over, and blocks nobody. */
    NOTHING,
    /** Its feeds have taken effect: it must be finished or abandoned, and other dates wait. */
    BEGUN,
    /** It is finished and current. */
    ALL,
    /** It was finished, and a correction took its place. */
    REPLACED,
    /** It was undone whole. */
    UNDONE;

    public static WhatCounts of(Run.State run) {
        return switch (run) {
            case LOADING, DISCARDED -> NOTHING;
            case ALLOCATING -> BEGUN;
            case FINISHED -> ALL;
            case REPLACED -> REPLACED;
            case ABANDONED -> UNDONE;
        };
    }
}
