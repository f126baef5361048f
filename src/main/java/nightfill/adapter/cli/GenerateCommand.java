package nightfill.adapter.cli;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.application.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes feeds to try Nightfill with. */
@Command(
        name = "generate",
        description = "Writes a realistic night of any size into DIR/<business date>.",
        mixinStandardHelpOptions = true)
final class GenerateCommand extends PrintingCommand {

    @Option(names = "--date", required = true, paramLabel = "DATE", description = "Business date of the night.")
    String date = "";

    @Option(names = "--lines", required = true, paramLabel = "N", description = "How many order lines.")
    long lines;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Another seed makes another night (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Parameters(paramLabel = "DIR", description = "Where nights are put.")
    Path directory = Path.of("");

    @Override
    public void run() {
        try {
            Path night = context()
                    .generateNight()
                    .generate(BusinessDate.parse(date, context().today()), lines, seed, directory);
            out().println(night);
        } catch (IOException e) {
            throw Problem.failed("%s cannot be written".formatted(directory), e);
        }
    }
}
