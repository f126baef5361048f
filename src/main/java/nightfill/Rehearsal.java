package nightfill;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nightfill.adapter.cli.NightfillCommand.Outlet;
import nightfill.process.Signals;

/**
 * Does in a directory of its own, which it leaves, what schedulers start Nightfill for most: the virtual machine can then
 * archive the classes that this takes. Says nothing; what fails here fails again where it counts.
 */
public final class Rehearsal {

    private static final String DATE = "2026-01-02";

    private Rehearsal() {}

    public static void main(String[] arguments) {
        Path place = Path.of(arguments[0]);
        String input = place.resolve("input").toString();
        Outlet silence = new Outlet(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
        Signals signals = Signals.heeded(silence.err());
        Map<String, String> environment =
                Map.of("NIGHTFILL_HOME", place.resolve("home").toString());
        List<List<String>> commands = List.of(
                List.of("--help"),
                List.of("generate", "--date", DATE, "--lines", "1000", input),
                List.of("sync", input, place.resolve("copy").toString()),
                List.of("run", "--date", DATE, "--input", input),
                List.of("status"));
        commands.forEach(command -> Nightfill.execute(command.toArray(String[]::new), environment, silence, signals));
        signals.exit(0);
    }
}
