package nightfill.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nightfill.bench.MeasuredProcess;
import nightfill.bench.feeds.NightFeeds;

/** A Nightfill with a home, an OUTPUT and a server of its own; what its commands say goes to a file. */
final class TestBed implements AutoCloseable {

    private static final String SAVED = "saved";
    /** The database before the first night. */
    private static final String TABLES = "tables";

    private final Path work;
    private BenchServer server;

    /** Builds and prepares what is missing or old. */
    TestBed(Path work) throws IOException, InterruptedException, SQLException {
        this.work = Files.createDirectories(work).toRealPath();
        command("--version");
        command("status");
        this.server = new BenchServer(home());
        server.copy(BenchServer.NIGHTS, TABLES);
    }

    BenchServer server() {
        return server;
    }

    void stopServer() {
        server.close();
    }

    void startServer() {
        server = new BenchServer(home());
    }

    Path home() {
        return work.resolve("home");
    }

    /** A place for files of that name. */
    Path place(String name) {
        return work.resolve(name);
    }

    /** Writes the feeds into an INPUT of that name, which they have for themselves. */
    Path input(String name, NightFeeds feeds) throws IOException, InterruptedException {
        Path input = place("input").resolve(name);
        run("rm", "-rf", input.toString());
        feeds.write(input);
        return input;
    }

    Night night(Path input, NightFeeds feeds, String... options) throws IOException, InterruptedException {
        return new Night(command(nightArguments(input, feeds.date(), options)), reports(feeds.date()));
    }

    String[] nightArguments(Path input, LocalDate date, String... options) {
        return Stream.concat(
                        Stream.of("run", "--date", date.toString(), "--input", input.toString()),
                        Stream.concat(Stream.of("--output", output().toString()), Stream.of(options)))
                .toArray(String[]::new);
    }

    /** Where the first run of a date has its reports. */
    Path reports(LocalDate date) {
        return output().resolve(date.toString()).resolve("run-1");
    }

    MeasuredProcess command(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder launcher = launcher(arguments);
        return MeasuredProcess.run(launcher).requireDone(launcher);
    }

    ProcessBuilder launcher(String... arguments) {
        ProcessBuilder launcher = MeasuredProcess.launcher(home(), arguments);
        launcher.environment().remove("NIGHTFILL_DB_URL");
        return logged(launcher);
    }

    /** Forgets all nights, but has the tables for them. */
    void empty() throws IOException, InterruptedException, SQLException {
        removeNights();
        server.copy(TABLES, BenchServer.NIGHTS);
        settle();
    }

    /** Keeps what nights have left, in the database and outside, for {@link #restore}. */
    void save() throws IOException, InterruptedException, SQLException {
        run("rm", "-rf", place(SAVED).toString());
        copyNights(work, Files.createDirectory(place(SAVED)));
        server.copy(BenchServer.NIGHTS, SAVED);
    }

    /** Puts back what was saved last, however often. */
    void restore() throws IOException, InterruptedException, SQLException {
        removeNights();
        copyNights(place(SAVED), work);
        server.copy(SAVED, BenchServer.NIGHTS);
        settle();
    }

    /** Leaves nothing to write for whoever is measured next. */
    void settle() throws IOException, InterruptedException, SQLException {
        server.checkpoint();
        run("sync");
    }

    private Path output() {
        return work.resolve("output");
    }

    private void removeNights() throws IOException, InterruptedException {
        for (Path left : nightsIn(work)) {
            run("rm", "-rf", left.toString());
        }
    }

    private void copyNights(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.resolve("home"));
        for (Path left : nightsIn(from)) {
            run("cp", "-a", left.toString(), to.resolve(from.relativize(left)).toString());
        }
    }

    /** All but the server, and what quick starts are made of. */
    private static List<Path> nightsIn(Path work) throws IOException {
        try (Stream<Path> home = Files.list(work.resolve("home"))) {
            List<Path> left = new ArrayList<>(home.filter(path -> !path.endsWith("postgres") && !path.endsWith("start"))
                    .toList());
            left.add(work.resolve("output"));
            return left.stream().filter(Files::exists).toList();
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder logged = logged(new ProcessBuilder(command));
        MeasuredProcess.run(logged).requireDone(logged);
    }

    private ProcessBuilder logged(ProcessBuilder command) {
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("commands.log").toFile()));
    }

    @Override
    public void close() {
        server.close();
    }
}
