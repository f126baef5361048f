package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Sessions of a pool: one that is slow to come is waited for several times as long as the pool waits, and one that cannot
 * be opened, for the server is gone, no longer than that.
 */
public final class PatientPool extends DelegatingDataSource {

    private final int times;

    public PatientPool(DataSource pool, int times) {
        super(pool);
        this.times = times;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (int time = 1; time < times; time++) {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException e) {
                if (e.getCause() != null) {
                    throw e;
                }
            }
        }
        return super.getConnection();
    }
}
