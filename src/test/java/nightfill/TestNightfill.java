package nightfill;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import nightfill.adapter.cli.UseCases;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.postgres.ConnectionSettings;
import nightfill.adapter.postgres.TestDatabase;
import nightfill.application.NightOrder;
import nightfill.application.NightOutcome;
import nightfill.application.ShrinkSettings;
import nightfill.application.port.Progress;
import nightfill.application.port.Runs;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.Delivery;
import nightfill.application.publish.Published;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nightfill as it is wired, in this virtual machine, on a database and in directories of its own. */
final class TestNightfill implements AutoCloseable {

    private final TestDatabase database = TestDatabase.create();
    private final Database opened;
    private final AtomicReference<String> stopAt = new AtomicReference<>("");
    private final Path root;
    private final ConfigurableApplicationContext context;
    private final UseCases useCases;

    TestNightfill(Path root, int chunkSize) {
        this.root = root;
        ConnectionSettings connection = new ConnectionSettings(database.url(), database.user(), database.password());
        Settings settings = new Settings(
                home(),
                output(),
                ZoneOffset.UTC,
                Optional.of(connection),
                Duration.ZERO,
                new ChunkSize(chunkSize),
                ShrinkSettings.DEFAULT);
        opened = Database.open(settings, waiting -> {});
        context = Wiring.start(settings, opened, this::begin);
        useCases = context.getBean(UseCases.class);
    }

    UseCases useCases() {
        return useCases;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(opened.pool());
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    /** The same home and database, as the command line sees them. */
    Installation installation() {
        return installation(root);
    }

    /** The same database, as the command line of another place sees it. */
    Installation installation(Path elsewhere) {
        return Installation.on(database, elsewhere);
    }

    Path home() {
        return root.resolve("home");
    }

    Path input() {
        return root.resolve("input");
    }

    Path output() {
        return root.resolve("output");
    }

    Path published() {
        return root.resolve("published");
    }

    /** Lays the feeds of a date into INPUT, in place of what lies there for it. */
    void arrive(LocalDate date, Map<String, String> feeds) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        feeds.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        arriveBytes(date, files);
    }

    /** The same of files that may hold any bytes. */
    void arriveBytes(LocalDate date, Map<String, byte[]> files) throws IOException {
        Path night = input().resolve(date.toString());
        remove(night);
        Files.createDirectories(night);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(night.resolve(file.getKey()), file.getValue());
        }
    }

    NightOutcome run(LocalDate date, boolean correction) {
        return run(order(date, correction, false));
    }

    NightOutcome run(NightOrder order) {
        return useCases.runNight().run(order);
    }

    NightOrder order(LocalDate date, boolean correction, boolean acceptSameFeed) {
        return new NightOrder(date, input(), output(), "", correction, acceptSameFeed, false, false, Optional.empty());
    }

    /** Runs a night and publishes it. */
    void deliver(LocalDate date, boolean correction) {
        Delivery delivery = new Delivery(order(date, correction, false), false, false, Optional.of(published()));
        useCases.deliverNights().run(delivery, new DeliverNights.Told() {
            @Override
            public void night(NightOutcome outcome) {}

            @Override
            public void published(Published published) {}

            @Override
            public void note(String note) {}
        });
    }

    /** Takes on the identity of another, for files tell it. */
    void pretendToBe(TestNightfill other) {
        jdbc().update(
                        "update identity set database_id = ?::uuid",
                        other.bean(Runs.class).databaseId());
    }

    /** Lets the next night stop as soon as its allocation has begun. */
    void stopAtAllocation() {
        stopAt("allocate");
    }

    /** Lets the next night stop in the step of that name. */
    void stopAt(String step) {
        stopAt.set(step);
    }

    /** Forgets all nights. */
    void empty() throws IOException {
        jdbc().execute("""
                do $$ declare names text; begin
                    select string_agg(format('%I.%I', schemaname, tablename), ', ') into names
                    from pg_tables
                    where schemaname in ('public', 'undone')
                        and tablename not in ('flyway_schema_history', 'identity');
                    execute 'truncate ' || names || ' restart identity';
                end $$
                """);
        remove(root);
    }

    private Progress.Step begin(String step) {
        if (step.equals(stopAt.get())) {
            stopAt.set("");
            useCases.executions().requestStop(Optional.empty());
        }
        return new Progress.Step() {
            @Override
            public void at(long items, double share) {}

            @Override
            public void end() {}
        };
    }

    static void remove(Path tree) throws IOException {
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
