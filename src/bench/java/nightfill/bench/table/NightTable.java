package nightfill.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures nights and small commands against their targets, by the command line, and writes a table of them.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java@night-table -Dexec.args="--scale 0.002 --rounds 1 target/table.md target/table"}</pre>
 *
 * <p>The server is Nightfill's own, with the settings that it has, and runs all the time; before each contestant all that is
 * written is on disk. JVMs get {@code -Xmx256m} unless {@code NIGHTFILL_JAVA_OPTS} says otherwise.
 */
@Command(name = "night-table", description = "Measures nights and small commands against their targets.")
public final class NightTable implements Callable<Integer> {

    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("race", new Race());
        SCENARIOS.put("large-race", new LargeRace());
        SCENARIOS.put("later", LaterNight.ontoAllocated());
        SCENARIOS.put("backlog", LaterNight.ontoOpen());
        SCENARIOS.put("dirty", new DirtyNight());
        SCENARIOS.put("one-sku", new OneSku());
        SCENARIOS.put("restart", new Restart());
        SCENARIOS.put("commands", new SmallCommands());
        SCENARIOS.put("memory", new Memory());
    }

    @Option(names = "--scale", defaultValue = "1", description = "Share of the full numbers of lines and batches.")
    double scale;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each contestant is measured.")
    int rounds;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Some of the scenarios.")
    List<String> only = List.copyOf(SCENARIOS.keySet());

    @Parameters(index = "0", paramLabel = "TABLE", description = "The file to write, in Markdown.")
    Path table = Path.of("");

    @Parameters(index = "1", paramLabel = "WORK-DIR", description = "A directory that does not exist yet.")
    Path work = Path.of("");

    private final List<Finding> findings = new ArrayList<>();

    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new NightTable()).execute(arguments);
        if (exitCode != 0) {
            throw new IllegalStateException("the bench ended with exit code " + exitCode);
        }
    }

    @Override
    public Integer call() throws Exception {
        requireUsable();
        try (TestBed bed = new TestBed(work)) {
            for (String name : only) {
                System.out.println(name);
                findings.addAll(scenario(name).measure(bed, new Plan(scale, rounds)));
                write(bed); // what is known so far, for all of it takes hours
            }
        }
        System.out.println(Files.readString(table));
        return 0;
    }

    private void requireUsable() {
        only.forEach(NightTable::scenario);
        if (rounds < 1 || scale <= 0 || Files.exists(work)) {
            throw new IllegalArgumentException(
                    "expected: a round or more, a scale above 0, and a directory that does not exist yet");
        }
    }

    private static Scenario scenario(String name) {
        Scenario scenario = SCENARIOS.get(name);
        if (scenario == null) {
            throw new IllegalArgumentException("no scenario %s; there are %s".formatted(name, SCENARIOS.keySet()));
        }
        return scenario;
    }

    private void write(TestBed bed) throws IOException, SQLException {
        List<String> lines = new ArrayList<>(List.of("| | target | measured | met | from |", "|---|---|---|---|---|"));
        findings.forEach(finding -> lines.add(finding.row()));
        lines.add("");
        lines.add("%s, at %s of the full sizes, medians of %d. %s"
                .formatted(
                        LocalDate.now(ZoneId.systemDefault()),
                        scale == 1 ? "all" : Double.toString(scale),
                        rounds,
                        Machine.shown(bed.server())));
        Files.write(table, lines);
    }
}
