package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens sessions of one kind, with the settings' user or another. */
public abstract class Sessions extends AbstractDataSource {

    private final ConnectionSettings settings;

    protected Sessions(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** A new session of that kind. */
    protected abstract Connection open(ConnectionSettings as) throws SQLException;

    @Override
    public final Connection getConnection() throws SQLException {
        return open(settings);
    }

    @Override
    public final Connection getConnection(String user, String password) throws SQLException {
        return open(new ConnectionSettings(settings.url(), user, password));
    }
}
