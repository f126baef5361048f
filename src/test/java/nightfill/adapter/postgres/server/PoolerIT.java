package nightfill.adapter.postgres.server;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What PgBouncer does in its modes, seen at sessions of a server that are handed out as it hands them out. */
class PoolerIT {

    private static TestDatabase database;

    private final Pooler pooler = new Pooler(new ConnectionSettings("jdbc:postgresql://db/nightfill", "", ""));

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void two_sessions_of_a_server_or_of_a_pool_of_sessions_are_two() {
        assertThatCode(() -> {
                    try (Connection one = database.connect();
                            Connection other = database.connect()) {
                        pooler.requireNone(one, other);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_pool_whose_free_session_goes_to_whoever_comes_next_is_refused() throws Exception {
        try (Connection free = database.connect()) {
            assertThat(said(refused(() -> pooler.requireNone(free, free))))
                    .contains("jdbc:postgresql://db/nightfill", "pooler", "pool_mode = session", "NAME_SERVER");
        }
    }

    @Test
    void a_pool_whose_sessions_take_turns_is_refused() throws Exception {
        try (Connection one = database.connect();
                Connection two = database.connect()) {
            Queue<Connection> free = new ArrayDeque<>(List.of(one, two));
            Queue<Connection> taken = new ArrayDeque<>();
            Connection session = given(() -> moved(free, free));
            Connection other = given(() -> taken.isEmpty() ? moved(free, taken) : taken.element());
            assertThat(said(refused(() -> pooler.requireNone(session, other)))).contains("pooler");
        }
    }

    @Test
    void a_pool_of_which_somebody_else_takes_a_session_meanwhile_is_refused() throws Exception {
        try (Connection one = database.connect();
                Connection two = database.connect();
                Connection three = database.connect()) {
            Iterator<Connection> next = List.of(one, one, two).iterator();
            assertThat(said(refused(() -> pooler.requireNone(given(next::next), three))))
                    .contains("pooler");
        }
    }

    @Test
    void a_pool_that_knows_no_transactions_is_refused() {
        SQLException refusal =
                new SQLException("FATAL: transaction blocks not allowed in statement pooling mode", "08P01");
        assertThat(said(refused(() -> pooler.requireNone(refusal)))).contains("pooler");
        assertThatCode(() -> pooler.requireNone(new SQLException("Connection refused", "08001")))
                .doesNotThrowAnyException();
    }

    private static Connection moved(Queue<Connection> from, Queue<Connection> to) {
        Connection session = from.remove();
        to.add(session);
        return session;
    }

    /** Whichever session it is given for each statement. */
    private static Connection given(Supplier<Connection> next) {
        return (Connection) Proxy.newProxyInstance(
                PoolerIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(next.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
