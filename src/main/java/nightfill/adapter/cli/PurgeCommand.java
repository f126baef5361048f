package nightfill.adapter.cli;

import java.time.LocalDate;
import nightfill.application.problem.Problem;
import nightfill.application.upkeep.PurgeNights.Purged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Purges what old nights left. */
@Command(
        name = "purge",
        description = "Removes the records of old executions, and old log files; data and reports never."
                + " May run beside a night.",
        mixinStandardHelpOptions = true)
final class PurgeCommand extends AuditedCommand {

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "DAYS",
            description = "How old what is removed must be, such as 400d; at least 1d.")
    String olderThan = "";

    @Option(names = "--feeds", description = "Removes the kept feeds of old nights too: they can then not be replayed.")
    boolean feeds;

    @Override
    public void run() {
        LocalDate day = firstToStay();
        audited("before " + day, (useCases, asked) -> {
            Purged purged = useCases.upkeep().purge().purge(day, feeds);
            return said("removed from before %s: records of %d executions, %d log files, kept feeds of %d runs"
                    .formatted(day, purged.executions(), purged.logs(), purged.feeds()));
        });
    }

    private LocalDate firstToStay() {
        if (!olderThan.matches("[1-9][0-9]{0,4}d")) {
            throw Problem.usage("--older-than is %s, which is not a number of days such as 400d, at least 1d"
                    .formatted(olderThan.isEmpty() ? "empty" : olderThan));
        }
        return context().today().minusDays(Long.parseLong(olderThan.substring(0, olderThan.length() - 1)));
    }
}
