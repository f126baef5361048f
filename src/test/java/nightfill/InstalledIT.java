package nightfill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the command line on an empty database of its own. */
abstract class InstalledIT {

    static final String FRIDAY = "2026-11-20";
    static final String SATURDAY = "2026-11-21";
    static final String SUNDAY = "2026-11-22";

    static final String BATCHES = "ref,sku,qty,eta";
    static final String LINES = "orderid,line,sku,qty";

    @TempDir
    Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    Installation nightfill;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void install() throws SQLException {
        empty();
        nightfill = Installation.on(database, root);
    }

    /** Makes it as good as new, with another identity. */
    private static void empty() throws SQLException {
        execute("""
                do $$ declare names text; begin
                    select string_agg(format('%I.%I', schemaname, tablename), ', ') into names
                    from pg_tables
                    where schemaname in ('public', 'undone') and tablename <> 'flyway_schema_history';
                    if names is not null then
                        execute 'truncate ' || names || ' restart identity';
                        insert into identity default values;
                    end if;
                end $$
                """);
    }

    /** The rows of a query, their values joined by commas. */
    static List<String> query(String sql) throws SQLException {
        try (Connection connection = database.connect();
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

    static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All that counts, as rows of text: what stands must be the same whatever was undone in between. */
    static List<String> standing() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table :
                List.of("line", "batch", "batch_value", "batch_unchanged", "allocation", "shortage", "report")) {
            query("select t::text from " + table + " t order by 1").forEach(row -> rows.add(table + " " + row));
        }
        rows.addAll(query("""
                select 'run', business_date, number, state, manifest_sha256 from run
                where state in ('LOADING', 'ALLOCATING', 'FINISHED') order by id"""));
        return rows;
    }
}
