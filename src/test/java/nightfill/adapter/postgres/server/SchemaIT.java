package nightfill.adapter.postgres.server;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightfill.adapter.postgres.night.PostgresRuns;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaIT {

    private final TestDatabase database = TestDatabase.create();
    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);

    @BeforeEach
    void connect() {
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void an_empty_database_is_not_current() {
        assertThat(new Schema(dataSource).isCurrent()).isFalse();
    }

    @Test
    void looking_at_an_empty_database_leaves_it_empty() {
        new Schema(dataSource).isCurrent();
        assertThat(tables()).isZero();
    }

    @Test
    void migrating_an_empty_database_makes_all_tables_and_an_identity() {
        new Schema(dataSource).migrate();
        assertThat(new Schema(dataSource).isCurrent()).isTrue();
        assertThat(texts("select version from flyway_schema_history order by installed_rank desc limit 1"))
                .containsExactly(Schema.NEWEST);
        assertThat(number("select count(*) from identity")).isEqualTo(1);
        assertThat(number("select count(*) from line")).isZero();
        assertThat(number("select count(*) from batch_job_instance")).isZero();
    }

    @Test
    void the_job_repository_has_indexes_on_its_foreign_keys() {
        new Schema(dataSource).migrate();
        assertThat(number("""
                select count(*)
                from pg_constraint
                where contype = 'f' and conrelid::regclass::text ~ '^batch_(job|step)_'
                    and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])
                """)).isZero();
    }

    @Test
    void migrating_twice_changes_nothing() {
        new Schema(dataSource).migrate();
        String identity = identity();
        jdbc.sql("insert into sku (code) values ('CHAIR')").update();
        long tables = tables();
        new Schema(dataSource).migrate();
        assertThat(new Schema(dataSource).isCurrent()).isTrue();
        assertThat(identity()).isEqualTo(identity);
        assertThat(number("select count(*) from sku")).isEqualTo(1);
        assertThat(tables()).isEqualTo(tables);
    }

    @Test
    void a_database_of_the_version_before_is_not_current() {
        migrateTo(Integer.toString(Integer.parseInt(Schema.NEWEST) - 1));
        assertThat(new Schema(dataSource).isCurrent()).isFalse();
    }

    @Test
    void a_guard_that_a_former_version_overrode_is_known_as_data() {
        migrateTo("9");
        jdbc.sql("""
                insert into run (business_date, number, state, max_rejects, turns_before)
                select date '2026-11-19' + number, 1, 'ABANDONED', '0', 0 from generate_series(1, 3) number
                """).update();
        jdbc.sql("""
                insert into warning (run_id, text) values
                    (1, 'batch B-1: the stock falls; accepted by --accept-shrunk-feeds'),
                    (1, 'these are the lines of 2026-11-19; accepted by --accept-same-feed'),
                    (2, 'an sku; accepted by --accept-same-feed of old'),
                    (3, 'one; accepted by --accept-shrunk-feeds'),
                    (3, 'two; accepted by --accept-shrunk-feeds')
                """).update();

        new Schema(dataSource).migrate();

        assertThat(texts("select coalesce(accepted, '') from warning order by number"))
                .containsExactly("SHRUNK_FEEDS", "SAME_FEED", "", "SHRUNK_FEEDS", "SHRUNK_FEEDS");
        assertThat(texts("select array_to_string(accepted, ',') from run order by id"))
                .containsExactly("SAME_FEED,SHRUNK_FEEDS", "", "SHRUNK_FEEDS");
    }

    /** The last run has decided about one SKU, and goes on in this version. */
    @Test
    void what_a_former_version_allocated_and_left_open_is_known_as_it_was() {
        migrateTo("18");
        FORMER_ALLOCATIONS.forEach(statement -> jdbc.sql(statement).update());
        List<String> allocations = texts(FORMER_ALLOCATION);
        List<String> shortages = texts("select shortage::text from shortage order by 1");
        List<String> undone = texts("select shortage::text from undone.shortage shortage order by 1");

        new Schema(dataSource).migrate();

        assertThat(texts(FORMER_ALLOCATION)).isEqualTo(allocations).hasSize(5);
        assertThat(texts("select shortage::text from shortage order by 1"))
                .isEqualTo(shortages)
                .hasSize(10_997);
        assertThat(texts("select shortage::text from undone.shortage shortage order by 1"))
                .isEqualTo(undone)
                .hasSize(2);
        assertThat(texts("select first_line || '-' || last_line from decided where run_id = 3 order by 1"))
                .containsExactly("10-10", "7-7");
        assertThat(texts("select distinct first_bucket || '-' || last_bucket from decided"))
                .containsExactly("0-63");
        assertThat(texts("select batch_bound::text from batch_bound order by 1"))
                .isEqualTo(texts(BOUND))
                .isNotEmpty();
        assertThat(texts("select reason_left_open(2, id) from line where id in (1, 10, 11000) order by id"))
                .containsExactly(null, "NO_SINGLE_BATCH", "SHORT");
    }

    private static final String BOUND = """
            select (batch_id, count(*) filter (where dispatched_run is null),
                coalesce(sum(quantity) filter (where dispatched_run is null), 0),
                count(*) filter (where dispatched_run is not null),
                coalesce(sum(quantity) filter (where dispatched_run is not null), 0))::text
            from standing_allocation group by batch_id order by 1
            """;

    private static final String FORMER_ALLOCATION = """
            select concat_ws(' ', line_id, batch_id, quantity, from_run, until_run, cause, dispatched_run)
            from allocation order by line_id, from_run
            """;

    private static final List<String> FORMER_ALLOCATIONS = List.of(
            """
            insert into run (business_date, number, state, max_rejects, turns_before, manifest_sha256)
            select date '2026-11-19' + n, 1, case n when 3 then 'ALLOCATING' else 'FINISHED' end, '', 0,
                case when n < 3 then repeat('0', 64) end
            from generate_series(1, 3) n
            """,
            "insert into sku (code) values ('CHAIR')",
            """
            insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
            select n, 'o-' || n, '', 1, 5, 1 from generate_series(1, 11000) n
            """,
            "insert into batch (reference, sku_id, first_run) values ('PO-1', 1, 1), ('PO-2', 1, 1)",
            """
            insert into allocation (line_id, batch_id, sku_id, quantity, from_run, until_run, cause, dispatched_run)
            values (1, 1, 1, 5, 1, 2, 'BATCH_REDUCED', null), (1, 2, 1, 5, 2, null, null, null),
                (2, 1, 1, 5, 1, 2, 'CANCELLED', null), (3, 1, 1, 5, 1, null, null, 3), (4, 2, 1, 5, 3, null, null, null)
            """,
            """
            insert into shortage
            select 2, id, case when id = 10 then 'NO_SINGLE_BATCH' else 'SHORT' end from line where id > 5
            """,
            "insert into shortage values (3, 7, 'SHORT'), (3, 10, 'UNKNOWN_SKU')",
            "insert into undone.shortage values (1, 8, 'SHORT'), (1, 9, 'UNKNOWN_SKU')");

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:nightfill/migration")
                .javaMigrations(new SpringBatchTables())
                .target(version)
                .load()
                .migrate();
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    @Test
    void two_databases_have_two_identities() {
        new Schema(dataSource).migrate();
        try (MigratedDatabase other = new MigratedDatabase()) {
            assertThat(new PostgresRuns(other.jdbc()).databaseId()).isNotEqualTo(identity());
        }
    }

    @Test
    void the_database_of_a_newer_program_is_refused() {
        new Schema(dataSource).migrate();
        jdbc.sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success)
                values (99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 'nightfill', 1, true)
                """).update();
        assertThat(said(refused(() -> new Schema(dataSource).isCurrent())))
                .isEqualTo("the database has schema version 99, which a newer Nightfill made; install that version");
    }

    private String identity() {
        return new PostgresRuns(jdbc).databaseId();
    }

    private long tables() {
        return number("select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
