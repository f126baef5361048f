package nightfill.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Sessions of which each statement that they execute is counted. */
public final class CountedStatements extends AbstractDataSource {

    private final DataSource sessions;
    private final AtomicInteger executed = new AtomicInteger();

    public CountedStatements(DataSource sessions) {
        this.sessions = sessions;
    }

    /** How many were executed since this was asked last. */
    public int count() {
        return executed.getAndSet(0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(Connection.class, sessions.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return counted(Connection.class, sessions.getConnection(user, password));
    }

    private <T> T counted(Class<T> type, T counted) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        executed.incrementAndGet();
                    }
                    try {
                        Object answer = method.invoke(counted, arguments);
                        if (answer instanceof PreparedStatement statement) {
                            return counted(PreparedStatement.class, statement);
                        }
                        return answer instanceof Statement statement ? counted(Statement.class, statement) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
