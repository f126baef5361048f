package nightfill.application.problem;

import nightfill.domain.run.Acceptance;

/** What a person can do about a problem, as a value: each driver words it in terms of what its users can do. */
public sealed interface Remedy {

    /** Something that is done outside Nightfill: every driver words it alike. */
    static Remedy mend(String how) {
        return new Mend(how);
    }

    record Mend(String how) implements Remedy {}

    /** Takes, after a look, what a guard refuses. */
    record Accept(Acceptance guard) implements Remedy {}

    /** Takes the night over from its owner, from a time of day on. */
    record TakeOverFrom(String time) implements Remedy {}

    /** Comes after whatever else was done. */
    record Then(Act next) implements Remedy {}

    /** What is done with Nightfill, or is given to it. */
    enum Act implements Remedy {
        CONTINUE,
        FIX_AND_RETRY,
        RETRY,
        RETRY_LATER,
        TAKE_OVER,
        CORRECT,
        RUN_UNCORRECTED,
        FINISH_OR_ABANDON,
        FINISH_THEN_CORRECT,
        RUN_AFTER_RESTORE,
        RESTORE_BACKUP,
        RAISE_REJECT_LIMIT,
        REJECT_EVERY_ROW,
        RAISE_DELETE_LIMIT,
        ALLOW_EMPTY_SOURCE,
        PREVIEW_SYNC,
        SHOW_STATUS,
        SHOW_ACCOUNTS,
        VERIFY,
        PUBLISH,
        CALL_SUPPORT,
        NAME_INPUT,
        NAME_OUTPUT,
        NAME_MANIFEST,
        NAME_DATABASE,
        /** A server of one's own rather than the embedded one. */
        NAME_SERVER,
        CHECK_SERVER,
        NAME_HOME,
        /** A directory to which links in INPUT may lead. */
        NAME_ROOT,
        USE_UTF8
    }
}
