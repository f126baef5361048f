package nightfill.adapter.cli;

import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Accept;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Mend;
import nightfill.application.problem.Remedy.TakeOverFrom;
import nightfill.application.problem.Remedy.Then;
import nightfill.domain.run.Acceptance;

/** Words problems for the command line: whoever reports one knows neither options nor commands nor variables. */
public final class ProblemText {

    private ProblemText() {}

    /** One line: what is wrong, where, and what to do. */
    public static String line(Problem problem) {
        StringBuilder line = new StringBuilder(problem.what());
        String separator = "; ";
        for (Remedy remedy : problem.remedies()) {
            line.append(remedy instanceof Then && !separator.equals("; ") ? ", then " : separator)
                    .append(text(remedy));
            separator = ", or ";
        }
        return line.toString();
    }

    private static String text(Remedy remedy) {
        if (remedy instanceof Mend mend) {
            return mend.how();
        }
        if (remedy instanceof Accept accept) {
            return "if this is right, run again with " + option(accept.guard());
        }
        if (remedy instanceof TakeOverFrom takeOver) {
            return "run again with --take-over from %s on if there is no heartbeat until then"
                    .formatted(takeOver.time());
        }
        return text(remedy instanceof Then then ? then.next() : (Act) remedy);
    }

    private static String option(Acceptance guard) {
        return switch (guard) {
            case SAME_FEED -> "--accept-same-feed";
            case SHRUNK_FEEDS -> "--accept-shrunk-feeds";
        };
    }

    private static String text(Act act) {
        return switch (act) {
            case CONTINUE -> "run it again to continue";
            case FIX_AND_RETRY -> "fix this, then run again";
            case RETRY -> "try again";
            case RETRY_LATER -> "try again when it is done (nightfill status shows its progress)";
            case TAKE_OVER -> "if it hangs or its host is cut off, run again with --take-over";
            case CORRECT -> "run it again with --correction";
            case RUN_UNCORRECTED -> "run it without --correction";
            case FINISH_OR_ABANDON -> "run its date again, or undo it with nightfill abandon";
            case FINISH_THEN_CORRECT ->
                "run it again to finish it (with --after-restore if the database was restored"
                        + " from a backup), then run it with --correction if its feeds were wrong";
            case RUN_AFTER_RESTORE ->
                "if the database was restored from an older backup, run again with --after-restore";
            case RESTORE_BACKUP -> "if that database is lost, restore a backup of it and run with --after-restore";
            case RAISE_REJECT_LIMIT -> "raise --max-rejects";
            case RAISE_DELETE_LIMIT -> "raise --max-delete if this is right";
            case ALLOW_EMPTY_SOURCE -> "if it is empty on purpose, run again with --allow-empty-source";
            case PREVIEW_SYNC -> "look at the plan with --dry-run";
            case SHOW_STATUS -> "see nightfill status";
            case VERIFY -> "see what nightfill verify reports";
            case PUBLISH -> "run nightfill publish (the next run publishes them too)";
            case CALL_SUPPORT -> "call support, and do not run it again";
            case NAME_INPUT -> "name the right --input and --date";
            case NAME_OUTPUT -> "name the right --output";
            case NAME_MANIFEST -> "name another place with --manifest";
            case NAME_DATABASE -> "name the right database with NIGHTFILL_DB_URL";
            case NAME_SERVER -> "name a server with NIGHTFILL_DB_URL, NIGHTFILL_DB_USER and NIGHTFILL_DB_PASSWORD";
            case CHECK_SERVER ->
                "check that it runs and that NIGHTFILL_DB_URL, NIGHTFILL_DB_USER and NIGHTFILL_DB_PASSWORD are right";
            case USE_UTF8 -> "start Nightfill with LC_ALL=C.UTF-8";
            case NAME_HOME -> "set NIGHTFILL_HOME to another directory";
        };
    }
}
