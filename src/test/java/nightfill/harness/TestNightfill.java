package nightfill.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nightfill.Cut;
import nightfill.Database;
import nightfill.Settings;
import nightfill.Wiring;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.UseCases;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.night.Progress;
import nightfill.application.night.RunNight;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.Delivery;
import nightfill.application.publish.Published;
import nightfill.application.run.Runs;
import nightfill.application.urgent.AllocateLine;
import nightfill.application.urgent.UrgentAnswer.Promised;
import nightfill.application.urgent.UrgentRequest;
import nightfill.domain.access.Actor;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.Parts;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Terms;
import nightfill.domain.watch.Phase;
import nightfill.model.Step;
import nightfill.process.Telemetry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nightfill as it is wired, in this virtual machine, on a database and in directories of its own. */
public final class TestNightfill implements AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated();
    private final Database opened;
    private final Map<String, Runnable> disturbances = new ConcurrentHashMap<>();
    private final Path root;
    private final ConfigurableApplicationContext context;
    private final UseCases useCases;
    private final AllocateLine allocateLine;

    public TestNightfill(Path root, int chunkSize) {
        this(root, new Cut(new ChunkSize(chunkSize), Parts.ONE));
    }

    public TestNightfill(Path root, Cut cut) {
        this.root = root;
        Settings settings = new Settings(
                home(),
                output(),
                ZoneOffset.UTC,
                new Settings.Server(Optional.of(connection()), Duration.ZERO),
                cut,
                Settings.Feeds.USUAL);
        opened = Database.open(settings, waiting -> {});
        context = Wiring.start(settings, opened, this::begin, Telemetry.USUAL);
        useCases = context.getBean(UseCases.class);
        allocateLine = NightDatabase.allocateLine(opened.pool());
    }

    public UseCases useCases() {
        return useCases;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(opened.pool());
    }

    public ConnectionSettings connection() {
        return new ConnectionSettings(database.url(), database.user(), database.password());
    }

    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** The same home and database, as the command line sees them. */
    public Installation installation() {
        return installation(root);
    }

    /** The same database, as the command line of another place sees it. */
    public Installation installation(Path elsewhere) {
        return Installation.on(database, elsewhere);
    }

    public Path home() {
        return root.resolve("home");
    }

    public Path input() {
        return root.resolve("input");
    }

    public Path output() {
        return root.resolve("output");
    }

    public Path published() {
        return root.resolve("published");
    }

    /** Lays the feeds of a date into INPUT, in place of what lies there for it. */
    public void arrive(LocalDate date, Map<String, String> feeds) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        feeds.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        arriveBytes(date, files);
    }

    /** The same of files that may hold any bytes. */
    public void arriveBytes(LocalDate date, Map<String, byte[]> files) throws IOException {
        Path night = input().resolve(date.toString());
        remove(night);
        Files.createDirectories(night);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(night.resolve(file.getKey()), file.getValue());
        }
    }

    public NightOutcome run(LocalDate date, boolean correction) {
        return run(request(date, correction, false));
    }

    public NightOutcome run(NightRequest request) {
        return run(request, new StopToken());
    }

    public NightOutcome run(NightRequest request, StopToken stop) {
        return bean(RunNight.class).run(request, begun -> {}, stop);
    }

    public NightRequest request(LocalDate date, boolean correction, boolean acceptSameFeed) {
        Set<Acceptance> accepted = acceptSameFeed ? Set.of(Acceptance.SAME_FEED) : Set.of();
        return new NightRequest(date, input(), output(), new Terms("", accepted, false), correction, Attempt.PLAIN);
    }

    /** Allocates the step's lines at once: the batch of each, or nothing where it gets none. */
    public List<String> ask(Step step) {
        return step.urgent().stream()
                .map(line -> allocateLine.of(new UrgentRequest(
                        new OrderLine(line.get(0), line.get(1), line.get(2), Integer.parseInt(line.get(3))),
                        new Actor(Actor.Kind.TOKEN, "shop", "a test"),
                        Optional.empty())))
                .map(answer -> answer instanceof Promised promised ? promised.batchReference() : "")
                .toList();
    }

    /** Calls what the step does. */
    public NightOutcome run(Step step) {
        return run(request(step));
    }

    private NightRequest request(Step step) {
        BatchFeed batches = step.snapshot() ? BatchFeed.SNAPSHOT : BatchFeed.CHANGES;
        return request(step.date(), step.call().corrects(), new Purchasing(batches, 30));
    }

    public NightRequest request(LocalDate date, boolean correction, Purchasing purchasing) {
        NightRequest usual = request(date, correction, false);
        return new NightRequest(date, input(), output(), usual.terms().with(purchasing), correction, usual.attempt());
    }

    /** Runs a night and publishes it. */
    public void deliver(LocalDate date, boolean correction) {
        deliver(request(date, correction, false));
    }

    public void deliver(Step step) {
        deliver(request(step));
    }

    private void deliver(NightRequest request) {
        Delivery delivery = new Delivery(request, false, false, Optional.of(published()));
        useCases.nights()
                .deliver()
                .run(
                        delivery,
                        new DeliverNights.Listener() {
                            @Override
                            public void night(NightOutcome outcome) {}

                            @Override
                            public void published(Published published) {}

                            @Override
                            public void note(String note) {}

                            @Override
                            public void problem(Problem problem) {}
                        },
                        new StopToken());
    }

    /** Takes on the identity of another, for files tell it. */
    public void pretendToBe(TestNightfill other) {
        jdbc().update(
                        "update identity set database_id = ?::uuid",
                        other.bean(Runs.class).databaseId());
    }

    /** Lets the next night stop as soon as its allocation has begun. */
    public void stopAtAllocation() {
        stopAt("allocate");
    }

    /** Lets the next night stop in the step of that name, as another process asks it to. */
    public void stopAt(String step) {
        disturb(step, () -> useCases.nights().executions().requestStop(Optional.empty()));
    }

    /** Lets something happen once, as soon as the step of that name begins. */
    public void disturb(String step, Runnable disturbance) {
        disturbances.put(step, disturbance);
    }

    /** Lets nothing happen any more that was meant for a night which did not come so far. */
    public void calm() {
        disturbances.clear();
    }

    /** Forgets all nights. */
    public void empty() throws IOException {
        calm();
        jdbc().execute(TestDatabase.emptyExcept("flyway_schema_history", "identity", "audit_log", "retry_plan"));
        remove(root);
    }

    private Progress.Step begin(String step) {
        Optional.ofNullable(disturbances.remove(step)).ifPresent(Runnable::run);
        return new Progress.Step() {
            @Override
            public void at(long items, double share) {}

            @Override
            public void phase(Phase phase) {}

            @Override
            public void end() {}
        };
    }

    public static void remove(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        context.close();
        opened.close();
        database.close();
    }
}
