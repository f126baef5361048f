package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.util.PSQLException;

/**
 * Small facts, each right by itself, beside which a test states wrong ones: runs 1 (finished) and 2 (allocating); SKUs 1
 * CHAIR and 2 TABLE; lines 1, 2 (CHAIR, 5 units), 3 (TABLE, 5) and 4 (CHAIR, 5, cancelled); batches 1 (CHAIR) and 2
 * (TABLE); line 2 is allocated to batch 1.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokenConstraints {

    static final String HASH = "0123456789abcdef".repeat(4);

    private final MigratedDatabase database = new MigratedDatabase();
    private final Connection connection = connect();
    private String constraint = "";

    @BeforeAll
    void stateFacts() throws SQLException {
        state(FACTS.formatted(HASH));
        connection.commit();
    }

    @AfterAll
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @BeforeEach
    void expect(TestInfo test) {
        constraint = test.getTestMethod()
                .map(method -> method.getAnnotation(Breaks.class))
                .map(Breaks::value)
                .orElse("");
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
    }

    /** States something that is right. */
    final void state(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.execute();
        }
    }

    /** States something that the test's constraint, and no other, must refuse. */
    final void refused(String sql, Object... values) throws SQLException {
        var before = connection.setSavepoint();
        assertThatThrownBy(() -> state(sql, values))
                .as(sql)
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refusal -> assertThat(Objects.requireNonNull(refusal.getServerErrorMessage())
                                        .getConstraint())
                                .as(refusal.getMessage())
                                .isEqualTo(constraint));
        connection.rollback(before);
    }

    /** States something that must be refused because a value is missing. */
    final void refusedWithoutValue(String sql) throws SQLException {
        var before = connection.setSavepoint();
        assertThatThrownBy(() -> state(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("23502"));
        connection.rollback(before);
    }

    private Connection connect() {
        try {
            Connection opened = database.dataSource().getConnection();
            opened.setAutoCommit(false);
            return opened;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String FACTS = """
            insert into run (business_date, number, state, max_rejects, turns_before, manifest_sha256)
            values ('2026-11-20', 1, 'FINISHED', '', 0, '%s');
            insert into run (business_date, number, state, max_rejects, turns_before)
            values ('2026-11-21', 1, 'ALLOCATING', '', 0);
            insert into sku (code) values ('CHAIR'), ('TABLE');
            insert into line (id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run)
            values (1, 'o-1', '1', 1, 5, 1, null), (2, 'o-2', '', 1, 5, 1, null), (3, 'o-3', '', 2, 5, 1, null),
                (4, 'o-4', '', 1, 5, 1, 2);
            insert into batch (reference, sku_id, first_run) values ('PO-1', 1, 1), ('PO-2', 2, 1);
            insert into batch_value (batch_id, from_run, quantity) values (1, 1, 20), (2, 1, 20);
            insert into standing_allocation (line_id, batch_id, quantity, from_run) values (2, 1, 5, 1);
            insert into batch_taken values (1, 1, 5, 0, 0)""";
}
