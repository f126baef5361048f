package nightfill.adapter.cli;

import java.nio.file.Path;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.verify.Verdict;
import nightfill.view.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks that a directory is whole. */
@Command(
        name = "verify",
        description = "Checks a directory with a MANIFEST.sha256, or all runs below one without; names each fault.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends PrintingCommand {

    @Parameters(paramLabel = "DIR", description = "A run's directory, or the one in which runs are.")
    Path directory = Path.of("");

    @Override
    public void run() {
        Verdict verdict = context().verifyDirectory().verify(directory);
        verdict.faults().forEach(out()::println);
        verdict.notes().forEach(note -> err().println("warning: " + note));
        requireWhole(verdict);
        out().println("%s%s, %s: all whole"
                .formatted(
                        verdict.runs() == 0 ? "" : Numbers.count(verdict.runs(), "run") + ", ",
                        Numbers.count(verdict.files(), "file"),
                        Numbers.count(verdict.bytes(), "byte")));
    }

    private void requireWhole(Verdict verdict) {
        if (!verdict.faults().isEmpty()) {
            throw Problem.unbalanced(
                    "%s is not whole: %s, listed above"
                            .formatted(directory, Numbers.count(verdict.faults().size(), "fault")),
                    Remedy.mend("do not use what they name, and ask whoever keeps it for a copy that is whole"));
        }
        if (verdict.manifests() == 0) {
            throw Problem.unbalanced(
                    "%s has no MANIFEST.sha256, nor any <date>/run-<n>, so nothing proves it".formatted(directory),
                    Remedy.mend("name a directory that has one"));
        }
    }
}
