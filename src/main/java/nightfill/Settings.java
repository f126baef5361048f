package nightfill;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.allocation.Parts;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.run.Purchasing;
import nightfill.domain.shrinkage.ShrinkLimits;
import nightfill.domain.shrinkage.ShrinkLimits.Floored;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, each value validated.
 *
 * @param home where Nightfill keeps things
 * @param output where reports go unless a command names another place
 * @param zone of business dates and of times shown
 * @param feeds how the feeds of a night are taken
 */
public record Settings(Path home, Path output, ZoneId zone, Server server, Cut cut, Feeds feeds) {

    /**
     * The database server.
     *
     * @param named by its address; none for the embedded one
     * @param patience how long one that does not answer is waited for
     */
    public record Server(Optional<ConnectionSettings> named, Duration patience) {}

    /**
     * How the feeds of a night are taken.
     *
     * @param shrinkLimits how much they may take away
     * @param purchasing how purchasing is listened to
     * @param inputRoots directories to which links in INPUT may lead
     */
    public record Feeds(ShrinkLimits shrinkLimits, Purchasing purchasing, List<Path> inputRoots) {

        public static final Feeds USUAL = new Feeds(ShrinkLimits.DEFAULT, Purchasing.USUAL, List.of());
    }

    /** @throws Problem (usage) when a value makes no sense, naming variable and value */
    static Settings from(Map<String, String> environment) {
        Path home = path(environment, "NIGHTFILL_HOME")
                .orElseGet(Settings::besideProgram)
                .toAbsolutePath()
                .normalize();
        return new Settings(
                home,
                path(environment, "NIGHTFILL_OUTPUT").orElseGet(() -> home.resolve("reports")),
                zone(environment),
                new Server(server(environment), databaseWait(environment)),
                cut(environment),
                new Feeds(shrinkLimits(environment), purchasing(environment), inputRoots(environment)));
    }

    /** Where the launcher puts it too: beside the directory that holds the program. */
    private static Path besideProgram() {
        String program = System.getProperty("java.class.path").split(File.pathSeparator, 2)[0];
        return Path.of(program).toAbsolutePath().normalize().resolve("../../var");
    }

    /** The time of day in that zone. */
    Clock clock() {
        return Clock.system(zone);
    }

    /** Where the first one to use the console finds the code for it. */
    Path setupCode() {
        return home.resolve("setup-code");
    }

    /** What Nightfill keeps in its home for itself. */
    List<Path> kept() {
        return Stream.of("feeds", "logs", "manifests", "postgres", "refused")
                .map(home::resolve)
                .toList();
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        try {
            return value(environment, name).map(Path::of);
        } catch (InvalidPathException e) {
            throw wrong(name, environment.get(name), "a path");
        }
    }

    /** Absolute paths: any other would lead to wherever the process is. */
    private static List<Path> inputRoots(Map<String, String> environment) {
        String roots = value(environment, "NIGHTFILL_INPUT_ROOTS").orElse(null);
        try {
            List<Path> paths = roots == null
                    ? List.of()
                    : Stream.of(roots.split(":", -1)).map(Path::of).toList();
            if (paths.stream().allMatch(Path::isAbsolute)) {
                return paths;
            }
        } catch (InvalidPathException e) {
            // no path at all
        }
        throw wrong("NIGHTFILL_INPUT_ROOTS", roots, "a list of absolute paths such as /srv/shop:/mnt/purchasing");
    }

    private static ZoneId zone(Map<String, String> environment) {
        try {
            return value(environment, "NIGHTFILL_ZONE").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw wrong("NIGHTFILL_ZONE", environment.get("NIGHTFILL_ZONE"), "a time zone such as Europe/Berlin");
        }
    }

    private static Optional<ConnectionSettings> server(Map<String, String> environment) {
        Optional<String> url = value(environment, "NIGHTFILL_DB_URL");
        if (url.isPresent() && !ConnectionSettings.isUrl(url.get())) {
            throw Problem.usage(
                    "NIGHTFILL_DB_URL, which is not shown for the password that may be in it, is no URL such as"
                            + " jdbc:postgresql://host/database",
                    Remedy.mend("name a user with NIGHTFILL_DB_USER, and the password with NIGHTFILL_DB_PASSWORD"));
        }
        return url.map(it -> new ConnectionSettings(
                it,
                value(environment, "NIGHTFILL_DB_USER").orElse("nightfill"),
                environment.getOrDefault("NIGHTFILL_DB_PASSWORD", "")));
    }

    private static Duration databaseWait(Map<String, String> environment) {
        return Duration.ofSeconds(
                number(environment, "NIGHTFILL_DB_WAIT", "[0-9]{1,5}", "a number of seconds from 0 to 99999")
                        .orElse(30));
    }

    private static Cut cut(Map<String, String> environment) {
        return new Cut(
                number(environment, "NIGHTFILL_CHUNK_SIZE", "[1-9][0-9]{0,5}", "a number from 1 to 999999")
                        .map(ChunkSize::new)
                        .orElse(ChunkSize.DEFAULT),
                number(environment, "NIGHTFILL_PARTS", "[1-9]|[1-5][0-9]|6[0-4]", "a number from 1 to 64")
                        .map(Parts::of)
                        .orElse(Parts.ONE));
    }

    private static Optional<Integer> number(
            Map<String, String> environment, String name, String digits, String expected) {
        Optional<String> number = value(environment, name);
        if (number.isPresent() && !number.get().matches(digits)) {
            throw wrong(name, number.get(), expected);
        }
        return number.map(Integer::valueOf);
    }

    private static ShrinkLimits shrinkLimits(Map<String, String> environment) {
        ShrinkLimits usual = ShrinkLimits.DEFAULT;
        return new ShrinkLimits(
                limit(environment, "NIGHTFILL_RELEASE_LIMIT", usual.released()),
                limit(environment, "NIGHTFILL_ARRIVAL_LIMIT", usual.arrived()),
                limit(environment, "NIGHTFILL_LACK_LIMIT", usual.lacked()),
                limit(environment, "NIGHTFILL_ROWS_LIMIT", usual.rows()));
    }

    private static Purchasing purchasing(Map<String, String> environment) {
        String batches = value(environment, "NIGHTFILL_BATCHES").orElse("changes");
        if (!batches.equals("changes") && !batches.equals("snapshot")) {
            throw wrong("NIGHTFILL_BATCHES", batches, "changes or snapshot");
        }
        int nights = number(environment, "NIGHTFILL_SILENT", "[0-9]{1,4}", "a number of nights from 0 to 9999")
                .orElse(Purchasing.USUAL.silentNights());
        return new Purchasing(BatchFeed.valueOf(batches.toUpperCase(Locale.ROOT)), nights);
    }

    private static Floored limit(Map<String, String> environment, String name, Floored usual) {
        return value(environment, name)
                .map(text -> Floored.parse(text)
                        .orElseThrow(() -> wrong(name, text, "a percentage and a number such as " + usual)))
                .orElse(usual);
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Problem wrong(String name, @Nullable String value, String expected) {
        return Problem.usage("%s is %s, which is not %s".formatted(name, value, expected));
    }
}
