package nightfill.adapter.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.AuditTrailContract;
import nightfill.application.access.VerifyTrail;
import nightfill.application.problem.Problem;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailIT extends AuditTrailContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();
    private static final Actor ANNA = new Actor(Actor.Kind.HOST, "anna", "process 77 on shop-1");
    private static final int THREADS = 10;
    private static final int REQUESTS = 20;

    private final AuditTrail trail = new PostgresAuditTrail(DATABASE.jdbc(), DATABASE.connection());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Test
    void whoever_asks_at_once_the_chain_is_unbroken() {
        long before = last();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            assertThat(Stream.generate(() -> CompletableFuture.runAsync(this::askAgainAndAgain, threads))
                            .limit(THREADS)
                            .toList())
                    .allSatisfy(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        assertThat(new VerifyTrail(trail).verify("").length()).isEqualTo(before + 2 * THREADS * REQUESTS);
    }

    private void askAgainAndAgain() {
        LongStream.range(0, REQUESTS).forEach(number -> trail.cameOut(asked(), "DONE", ""));
    }

    @Test
    void one_that_adds_and_falls_back_leaves_no_gap() throws SQLException {
        long before = asked();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into audit_log (actor_kind, actor_name, actor_origin, act, subject)"
                    + " values ('HOST', '', '', '', '')");
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(asked()).isEqualTo(before + 1);
    }

    @Soak
    @Test
    void one_that_adds_and_does_not_commit_keeps_nobody_waiting_for_long() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(x'4175646974'::bigint)");
            assertThatThrownBy(this::asked)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("the audit trail cannot be written to", "lock timeout");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set note = 'another'",
                "update audit_log set note = note where false",
                "delete from audit_log",
                "delete from audit_log where false",
                "truncate audit_log cascade"
            })
    void an_entry_is_neither_changed_nor_removed(String statement) {
        asked();
        List<AuditEntry> before = trail.after(0, Integer.MAX_VALUE);
        assertThatThrownBy(() -> DATABASE.update(statement)).hasMessageContaining("audit_log only grows");
        assertThatThrownBy(() -> DATABASE.update("set session_replication_role = replica; " + statement
                        + "; set session_replication_role = origin"))
                .hasMessageContaining("audit_log only grows");
        assertThat(trail.after(0, Integer.MAX_VALUE)).isEqualTo(before);
    }

    @Test
    void what_an_entry_says_of_its_place_in_the_chain_is_not_believed() {
        long before = asked();
        DATABASE.update("""
                insert into audit_log
                    (id, at, actor_kind, actor_name, actor_origin, act, subject, previous_hash, hash)
                values (1, '2000-01-01', 'HOST', '', '', '', '', repeat('f', 64), repeat('f', 64))
                """);
        AuditEntry added = trail.after(before, 1).get(0);
        assertThat(added.id()).isEqualTo(before + 1);
        assertThat(added.at()).isAfter(trail.after(before - 1, 1).get(0).at());
        new VerifyTrail(trail).verify("");
    }

    private long asked() {
        return trail.asked(ANNA, "run", "2026-11-20", "");
    }

    private long last() {
        return DATABASE.number("select coalesce(max(id), 0) from audit_log");
    }
}
