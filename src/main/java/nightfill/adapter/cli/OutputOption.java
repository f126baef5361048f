package nightfill.adapter.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the reports go. */
final class OutputOption {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the reports go (default: NIGHTFILL_OUTPUT, or reports in NIGHTFILL_HOME).")
    @Nullable
    Path output;

    Path or(Path otherwise) {
        return (output == null ? otherwise : output).toAbsolutePath().normalize();
    }
}
