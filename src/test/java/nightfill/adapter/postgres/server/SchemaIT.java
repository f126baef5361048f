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
