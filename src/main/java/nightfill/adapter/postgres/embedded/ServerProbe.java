package nightfill.adapter.postgres.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** The way into the server, for who knows its password. */
final class ServerProbe {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String CROWDED = "53300";
    private static final String NOT_NOW = "57P03";
    private static final int PATIENCE = 5;

    private ServerProbe() {}

    /**
     * Where the server listens: the address stands for its socket. No weaker way of telling it the password is accepted,
     * should a stranger listen there.
     */
    static String url(Layout layout, String database) {
        return "jdbc:postgresql://127.0.0.1/%s?requireAuth=scram-sha-256&socketFactory=%s&socketFactoryArg=%s"
                .formatted(
                        database,
                        UnixSockets.class.getName(),
                        URLEncoder.encode(layout.data().toString(), StandardCharsets.UTF_8));
    }

    /** How a server answers who knocks. */
    enum Answer {
        OPEN,
        /** It starts, or recovers from a crash. */
        STARTING,
        STOPPING,
        /** It was started by a former Nightfill, and listens on a port. */
        FORMER,
        /** There is no server, or it does not answer. */
        NONE
    }

    static Answer ask(Layout layout, PostmasterFile postmaster, String password) {
        if (!postmaster.isAlive()) {
            return Answer.NONE;
        }
        if (postmaster.isFormer()) {
            return Answer.FORMER;
        }
        return postmaster.isReady() || postmaster.isStopping() ? ask(layout, password) : Answer.STARTING;
    }

    private static Answer ask(Layout layout, String password) {
        String url = url(layout, "postgres") + "&loginTimeout=5";
        try (Connection connection = DriverManager.getConnection(url, Cluster.USER, password)) {
            return connection.isValid(PATIENCE) ? Answer.OPEN : Answer.NONE;
        } catch (SQLException e) {
            return answer(layout, String.valueOf(e.getSQLState()), String.valueOf(e.getMessage()));
        }
    }

    private static Answer answer(Layout layout, String state, String message) {
        return switch (state) {
            case WRONG_PASSWORD ->
                throw Problem.refused(
                        "the password in %s is not that of %s".formatted(layout.password(), layout.data()),
                        Remedy.mend("restore it from a backup"));
            case CROWDED -> Answer.OPEN;
            case NOT_NOW -> message.contains("shutting down") ? Answer.STOPPING : Answer.STARTING;
            default -> Answer.NONE;
        };
    }
}
