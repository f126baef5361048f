package nightfill.view;

import nightfill.domain.access.Act;

/** What is done to a night, as headings and buttons say it. */
public final class ActWords {

    private ActWords() {}

    /** A verb and its object: {@code Restart night 2026-11-25}. */
    public static String heading(Act act, String date) {
        return switch (act) {
            case RUN -> "Run night " + date;
            case RESTART -> "Restart night " + date;
            case STOP -> "Stop night " + date;
            case TAKE_OVER -> "Take over night " + date;
            case PUBLISH -> "Publish night " + date;
            case ACCEPT_SAME_FEED -> "Accept the same feed in night " + date;
            case ACCEPT_SHRUNK_FEEDS -> "Accept the shrunk feeds of night " + date;
            case ACCEPT_RENUMBERED -> "Accept the renumbered lines of night " + date;
            case RUN_PENDING -> "Run pending dates up to " + date;
            case RUN_AFTER_RESTORE -> "Run after a restore, up to " + date;
            case ABANDON -> "Abandon night " + date;
            case CORRECT -> "Correct night " + date;
            case MANAGE_ACCOUNTS -> "Manage accounts";
        };
    }
}
