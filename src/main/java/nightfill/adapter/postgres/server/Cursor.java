package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A query's rows, fetched some thousands at a time and never held as a whole. */
public final class Cursor implements AutoCloseable {

    public static final int FETCH_SIZE = 5000;

    private final PreparedStatement statement;
    private final ResultSet rows;

    /** Opens a query whose every parameter is the same run. */
    public Cursor(Connection connection, String query, long runId, int parameters) throws SQLException {
        statement = connection.prepareStatement(query);
        try {
            statement.setFetchSize(FETCH_SIZE);
            for (int index = 1; index <= parameters; index++) {
                statement.setLong(index, runId);
            }
            rows = statement.executeQuery();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    public boolean next() throws SQLException {
        return rows.next();
    }

    public ResultSet row() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
