package nightfill.adapter.cli;

import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.cli.text.ForeignText;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.report.Recount.Finding;
import nightfill.domain.words.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Audits the books. */
@Command(
        name = "audit",
        description = "Counts every rule over again from the data, and compares the reports in OUTPUT with them;"
                + " changes nothing and may run beside a night.",
        mixinStandardHelpOptions = true)
final class AuditCommand extends PrintingCommand {

    private static final int SHOWN = 5;

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public void run() {
        Path folder = output.or(context().output());
        context().withDatabase(useCases -> {
            List<Finding> findings = useCases.books().audit().audit(folder);
            findings.forEach(this::print);
            out().flush();
            requireNone(findings);
            out().printf(
                            "%d checks, no fault%n",
                            findings.stream().filter(each -> !each.isWarning()).count());
        });
    }

    private void print(Finding finding) {
        if (!finding.isFault()) {
            ForeignText.warn(err(), finding.examples());
            return;
        }
        finding.examples().stream()
                .limit(SHOWN)
                .forEach(example -> out().printf("fault: %s: %s%n", finding.check(), Visible.shown(example)));
        long more = finding.faults() - SHOWN;
        if (more > 0) {
            out().printf("fault: %s: and %d more%n", finding.check(), more);
        }
    }

    private static void requireNone(List<Finding> findings) {
        List<Finding> broken = findings.stream().filter(Finding::isFault).toList();
        if (!broken.isEmpty()) {
            throw Problem.unbalanced(
                    "the audit found %d faults in %d of %d checks"
                            .formatted(
                                    broken.stream().mapToLong(Finding::faults).sum(), broken.size(), findings.size()),
                    Remedy.mend("call support, and run no night until they are understood"));
        }
    }
}
