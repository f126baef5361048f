package nightfill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.io.file.PathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs one night by the command line against a script in the database and against loading alone, each on an empty database
 * of the same server after a checkpoint, in turn, and prints a table.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java@night-race -Dexec.args="2000000 3 target/night-race"}</pre>
 *
 * <p>The arguments are the number of order lines, how often each runs, and a directory that does not exist yet. The server
 * is Nightfill's own, with the settings that it has, and runs all the time; the night gets {@code -Xmx256m} unless
 * {@code NIGHTFILL_JAVA_OPTS} says otherwise. Script and night must allocate the same number of lines.
 */
public final class NightRace {

    private static final String DATE = "2026-11-18";
    private static final String RACE = "race";

    private final int rounds;
    private final Path work;
    private final Path input;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private long peakKilobytes;

    private NightRace(long lines, int rounds, Path work) throws IOException {
        this.rounds = rounds;
        this.work = Files.createDirectory(work).toRealPath();
        this.input = this.work.resolve("input");
        new RaceFeeds(LocalDate.parse(DATE), lines).write(input);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected: LINES ROUNDS WORK-DIR");
        }
        new NightRace(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]))
                .run()
                .forEach(System.out::println);
    }

    private List<String> run() throws Exception {
        nightfill("--version"); // builds and prepares, which is no part of a night
        nightfill("status");
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home())) {
            for (int round = 0; round < rounds; round++) {
                emptyRace(server);
                measure("floor", () -> race(server, PlainScript::load));
                emptyRace(server);
                long[] allocated = new long[1];
                measure("script", () -> race(server, script -> allocated[0] = script.allocate(work.resolve("script"))));
                emptyNightfill(server);
                measure("night", this::night);
                requireSame(allocated[0], allocatedByNight());
            }
        }
        return table();
    }

    private void measure(String contestant, Contest contest) throws Exception {
        long start = System.nanoTime();
        contest.run();
        seconds.computeIfAbsent(contestant, name -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
    }

    private static void emptyRace(EmbeddedPostgres server) throws SQLException {
        execute(server, "drop database if exists " + RACE, "create database " + RACE, "checkpoint");
    }

    private void race(EmbeddedPostgres server, Script contestant) throws Exception {
        try (Connection connection = connect(server, RACE)) {
            connection.setAutoCommit(false);
            contestant.run(new PlainScript(connection, input.resolve(DATE)));
        }
    }

    private void emptyNightfill(EmbeddedPostgres server) throws Exception {
        execute(server, "drop schema if exists public, undone cascade", "create schema public");
        for (Path old : List.of(home().resolve("feeds"), reports())) {
            if (Files.exists(old)) {
                PathUtils.deleteDirectory(old);
            }
        }
        nightfill("status"); // makes the tables
        execute(server, "checkpoint");
    }

    private void night() throws IOException, InterruptedException {
        MeasuredProcess night = nightfill(
                "run",
                "--date",
                DATE,
                "--input",
                input.toString(),
                "--output",
                reports().toString());
        peakKilobytes = Math.max(peakKilobytes, night.peakKilobytes());
    }

    private MeasuredProcess nightfill(String... arguments) throws IOException, InterruptedException {
        return MeasuredProcess.nightfill(home(), arguments);
    }

    private long allocatedByNight() throws IOException {
        Path summary = reports().resolve(DATE).resolve("run-1").resolve("summary.json");
        return new JsonMapper()
                .readTree(summary.toFile())
                .at("/lines/allocated")
                .longValue();
    }

    private static void requireSame(long ofScript, long ofNight) {
        if (ofScript != ofNight) {
            throw new IllegalStateException("the script allocates %d lines, the night %d".formatted(ofScript, ofNight));
        }
    }

    private List<String> table() {
        double script = median("script");
        double floor = median("floor");
        List<String> table = new ArrayList<>(List.of("| | seconds | of the script | x floor |", "|---|---|---|---|"));
        seconds.forEach((name, all) -> table.add("| %s | %.1f (%s) | %.2f | %.1f |"
                .formatted(name, median(name), shown(all), median(name) / script, median(name) / floor)));
        table.add("");
        table.add("Peak of the night's JVM: %,d MB. %d processors, Java %s."
                .formatted(
                        peakKilobytes / 1024,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version")));
        return table;
    }

    private static String shown(List<Double> all) {
        return all.stream().sorted().map("%.1f"::formatted).collect(Collectors.joining(" "));
    }

    private double median(String contestant) {
        List<Double> sorted =
                seconds.getOrDefault(contestant, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (Connection connection = connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(EmbeddedPostgres server, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
    }

    private Path home() {
        return work.resolve("home");
    }

    private Path reports() {
        return work.resolve("reports");
    }

    private interface Contest {
        void run() throws Exception;
    }

    private interface Script {
        void run(PlainScript script) throws Exception;
    }
}
