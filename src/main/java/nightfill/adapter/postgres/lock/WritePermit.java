package nightfill.adapter.postgres.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import org.jspecify.annotations.Nullable;

/** The right of this process to write: the fence that it raised when it took the run lock, while nobody raised it since. */
public final class WritePermit {

    static final String TAKEN_OVER = "the run lock was lost: another process took it over";

    private volatile @Nullable Long fence;
    private volatile @Nullable String loss;
    private volatile Runnable inquiry = () -> {};

    void grant(long raised) {
        fence = raised;
        loss = null;
    }

    /** Lets nothing be written any more until the lock is taken anew. */
    void withdraw(String why) {
        loss = why;
    }

    void giveBack() {
        fence = null;
        inquiry = () -> {};
    }

    /** Lets whoever has a doubt find out at once whether the run lock is still held. */
    void answerDoubts(Runnable howToFindOut) {
        inquiry = howToFindOut;
    }

    /** Returns when it is known whether the run lock is still held, and withdrawn if it is not. */
    void doubt() {
        inquiry.run();
    }

    /**
     * Keeps the next owner from raising the fence until the transaction ends.
     *
     * @throws Problem (failed) when the run lock was lost
     */
    void hold(Connection connection) throws SQLException {
        Long own = fence;
        if (own != null && !isCurrent(connection, own)) {
            throw lost(TAKEN_OVER);
        }
    }

    void requireNoLoss() {
        String why = loss;
        if (why != null) {
            throw lost(why);
        }
    }

    private static boolean isCurrent(Connection connection, long own) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select from run_lock where fence = ? for key share")) {
            statement.setLong(1, own);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Problem lost(String why) {
        return Problem.failed(why + ", and nothing more was changed here", Act.CONTINUE);
    }
}
