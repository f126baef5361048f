package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.postgres.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the command line on a database of its own, which has nothing but its tables. */
public abstract class InstalledNightfill {

    public static final String FRIDAY = "2026-11-20";
    public static final String SATURDAY = "2026-11-21";
    public static final String SUNDAY = "2026-11-22";

    public static final String BATCHES = "ref,sku,qty,eta";
    public static final String LINES = "orderid,line,sku,qty";

    @TempDir
    public Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    public static TestDatabase database;

    private static String undisturbed = "";

    @SuppressWarnings("NullAway.Init")
    public Installation nightfill;

    @BeforeAll
    public static void create() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    public static void drop() {
        database.close();
    }

    @BeforeEach
    public void install() throws SQLException {
        empty();
        nightfill = Installation.on(database, root);
    }

    /** Makes it as good as new, with another identity. */
    private static void empty() throws SQLException {
        execute(TestDatabase.emptyExcept("flyway_schema_history", "audit_log", "retry_plan"));
    }

    /** The rows of a query, their values joined by commas. */
    public static List<String> query(String sql) throws SQLException {
        return query(database, sql);
    }

    public static List<String> query(TestDatabase asked, String sql) throws SQLException {
        try (Connection connection = asked.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> told = new ArrayList<>();
            while (rows.next()) {
                told.add(row(rows));
            }
            return told;
        }
    }

    private static String row(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            values.add(String.valueOf(rows.getString(column)));
        }
        return String.join(",", values);
    }

    /** Something that is done meanwhile. */
    public interface Meanwhile {
        void work() throws Exception;
    }

    /** Works while the database keeps another reason than the one that was decided, so that no books balance. */
    public static void whileReasonsAreWrong(Meanwhile meanwhile) throws Exception {
        execute("""
                create function lie() returns trigger language plpgsql as $$
                begin
                    new.reasons := array_fill('SHORT'::shortage_reason, array[cardinality(new.reasons)]);
                    return new;
                end $$;
                create trigger lies before insert on decided for each row execute function lie()""");
        try {
            meanwhile.work();
        } finally {
            execute("drop trigger lies on decided; drop function lie");
        }
    }

    public static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All that counts, as rows of text: what stands must be the same whatever was undone in between. */
    public static List<String> directories() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                "line",
                "batch",
                "batch_value",
                "batch_taken",
                "batch_unchanged",
                "standing_allocation",
                "ended_allocation",
                "shortage",
                "report")) {
            query("select t::text from " + table + " t order by 1").forEach(row -> rows.add(table + " " + row));
        }
        rows.addAll(query("""
                select 'run', business_date, number, state, manifest_sha256 from run
                where state in ('LOADING', 'ALLOCATING', 'FINISHED') order by id"""));
        return rows;
    }

    /** Runs a night and stops it, from outside, when its allocation has begun; some line must find no batch. */
    public void stopInAllocation(String date, String... more) throws Exception {
        nightfill.with("NIGHTFILL_CHUNK_SIZE", 1);
        try (HeldTable held = HeldTable.of(database, "decided")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(date, more));
            held.awaitNight();
            nightfill.nightfill("stop").with(0);
            held.release();
            assertThat(night.get(1, TimeUnit.MINUTES).with(6).error()).contains("stopped; run it again to continue");
        }
    }

    /** The manifest of a first, mixed night that nothing disturbs. */
    public String undisturbedManifest() throws IOException {
        if (undisturbed.isEmpty()) {
            Path elsewhere = root.resolve("undisturbed");
            try (TestDatabase other = TestDatabase.migrated()) {
                Installation installation = Installation.on(other, elsewhere);
                installation.arriveMixed(FRIDAY);
                installation.run(FRIDAY).with(0);
                undisturbed = Files.readString(installation.reports("2026-11-20/run-1/MANIFEST.sha256"));
            }
        }
        return undisturbed;
    }

    public String manifest(String run) throws IOException {
        return Files.readString(nightfill.reports(run).resolve("MANIFEST.sha256"));
    }
}
