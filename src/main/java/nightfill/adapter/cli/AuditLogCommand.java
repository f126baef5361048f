package nightfill.adapter.cli;

import java.util.List;
import java.util.Objects;
import nightfill.adapter.cli.text.TrailText;
import nightfill.application.UseCases.Trail;
import nightfill.application.problem.Problem;
import nightfill.domain.access.AuditChain;
import nightfill.domain.access.AuditEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the audit trail, and proves it complete. */
@Command(
        name = "audit-log",
        description = "Lists who asked for what and what came of it, the newest last.",
        mixinStandardHelpOptions = true)
final class AuditLogCommand extends PrintingCommand {

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many of the newest entries (default: ${DEFAULT-VALUE}).")
    int most = 40;

    @Option(
            names = "--verify",
            description = "Lists none, but proves that all are as they were written; prints the hash of the last.")
    boolean verify;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A hash that --verify has printed: the entry that bears it must still be there.")
    @Nullable
    String head;

    @Override
    public void run() {
        requireSense();
        context().withDatabase(useCases -> {
            if (verify) {
                verify(useCases.trail());
            } else {
                list(useCases.trail());
            }
            out().flush();
        });
    }

    private void requireSense() {
        if (most < 1) {
            throw Problem.usage("--most is %d, which is not a number from 1 on".formatted(most));
        }
        if (head != null && !verify) {
            throw Problem.usage("--head goes with --verify only");
        }
        if (head != null && !head.matches("[0-9a-f]{64}")) {
            throw Problem.usage("--head is %s, which is not a hash of 64 digits".formatted(head));
        }
    }

    private void verify(Trail trail) {
        AuditChain chain = trail.verify().verify(Objects.requireNonNullElse(head, ""));
        out().printf("%d entries, no fault%nhead: %s%n", chain.length(), chain.head());
    }

    private void list(Trail trail) {
        List<AuditEntry> newestFirst = trail.entries().before(Long.MAX_VALUE, most);
        new TrailText(out()).print(newestFirst);
    }
}
