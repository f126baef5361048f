package nightfill.adapter.cli.text;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Accept;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Mend;
import nightfill.application.problem.Remedy.TakeOverFrom;
import nightfill.application.problem.Remedy.Then;

/** Words problems for the command line: whoever reports one knows neither options nor commands nor variables. */
public final class ProblemText {

    private static final Map<Act, String> ACTS = Map.ofEntries(
            entry(Act.CONTINUE, "run it again to continue"),
            entry(Act.FIX_AND_RETRY, "fix this, then try again"),
            entry(Act.RETRY, "try again"),
            entry(Act.RETRY_LATER, "try again when it is done (nightfill status shows its progress)"),
            entry(Act.TAKE_OVER, "if it hangs or its host is cut off, take it over with nightfill run --take-over"),
            entry(Act.CORRECT, "run it again with --correction"),
            entry(Act.RUN_UNCORRECTED, "run it without --correction"),
            entry(Act.FINISH_OR_ABANDON, "run its date again, or undo it with nightfill abandon"),
            entry(
                    Act.FINISH_THEN_CORRECT,
                    "run it again to finish it (with --after-restore if the database was restored"
                            + " from a backup), then run it with --correction if its feeds were wrong"),
            entry(
                    Act.RUN_AFTER_RESTORE,
                    "if the database was restored from an older backup, use nightfill run --after-restore"),
            entry(
                    Act.RESTORE_BACKUP,
                    "if that database is lost, restore a backup of it and use nightfill run --after-restore"),
            entry(Act.RAISE_REJECT_LIMIT, "raise --max-rejects"),
            entry(Act.REJECT_EVERY_ROW, "if none of them is to count, run again with --max-rejects 100%"),
            entry(Act.RAISE_DELETE_LIMIT, "raise --max-delete if this is right"),
            entry(Act.ALLOW_EMPTY_SOURCE, "if it is empty on purpose, run again with --allow-empty-source"),
            entry(Act.PREVIEW_SYNC, "look at the plan with --dry-run"),
            entry(Act.SHOW_STATUS, "see nightfill status"),
            entry(Act.SHOW_ACCOUNTS, "see nightfill account list"),
            entry(Act.VERIFY, "see what nightfill verify reports"),
            entry(Act.PUBLISH, "run nightfill publish (the next run publishes them too)"),
            entry(Act.CALL_SUPPORT, "call support, and do not run it again"),
            entry(Act.NAME_INPUT, "name the right --input and --date"),
            entry(Act.NAME_OUTPUT, "name the right --output"),
            entry(Act.NAME_MANIFEST, "name another place with --manifest"),
            entry(Act.NAME_DATABASE, "name the right database with NIGHTFILL_DB_URL"),
            entry(Act.NAME_SERVER, "name a server with NIGHTFILL_DB_URL, NIGHTFILL_DB_USER and NIGHTFILL_DB_PASSWORD"),
            entry(
                    Act.CHECK_SERVER,
                    "check that it runs and that NIGHTFILL_DB_URL, NIGHTFILL_DB_USER and NIGHTFILL_DB_PASSWORD are right"),
            entry(Act.USE_UTF8, "start Nightfill with LC_ALL=C.UTF-8"),
            entry(Act.NAME_ROOT, "let NIGHTFILL_INPUT_ROOTS name the directory to which it may lead"),
            entry(Act.NAME_HOME, "set NIGHTFILL_HOME to another directory"));

    private ProblemText() {}

    /** One line: what is wrong, where, and what to do. */
    public static String line(Problem problem) {
        StringBuilder line = new StringBuilder(problem.what());
        int before = 0;
        for (Remedy remedy : problem.remedies()) {
            line.append(joint(remedy, before++)).append(text(remedy));
        }
        return line.toString();
    }

    /** What comes after alternatives comes after each of them. */
    private static String joint(Remedy remedy, int before) {
        if (before == 0) {
            return "; ";
        }
        if (remedy instanceof Then) {
            return before == 1 ? ", then " : "; then ";
        }
        return ", or ";
    }

    private static String text(Remedy remedy) {
        if (remedy instanceof Mend mend) {
            return mend.how();
        }
        if (remedy instanceof Accept accept) {
            return "if this is right, run again with --accept-" + accept.guard().label();
        }
        if (remedy instanceof TakeOverFrom takeOver) {
            return "take it over with nightfill run --take-over from %s on if there is no heartbeat until then"
                    .formatted(takeOver.time());
        }
        Act act = remedy instanceof Then then ? then.next() : (Act) remedy;
        return Objects.requireNonNull(ACTS.get(act), act::name);
    }
}
