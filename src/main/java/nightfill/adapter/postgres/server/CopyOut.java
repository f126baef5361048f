package nightfill.adapter.postgres.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of one COPY within the current transaction, as texts, a value that is missing as an empty one: the server works on
 * the next while one is worked on here, and no more than a few are in memory.
 *
 * <p>The format is that of https://www.postgresql.org/docs/15/sql-copy.html, "Text Format".
 */
public final class CopyOut {

    private static final byte[] MISSING = {'\\', 'N'};

    private final org.postgresql.copy.CopyOut copy;

    private CopyOut(Connection connection, String query) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (%s) to stdout".formatted(query));
    }

    /** The rows of a query without parameters, which nothing else may disturb on that connection. */
    public static CopyOut of(Connection connection, String query) throws SQLException {
        return new CopyOut(connection, query);
    }

    /** Passes on each row of such a query, on the connection of the current transaction. */
    public static void forEach(DataSource dataSource, String query, Consumer<List<String>> action) {
        new JdbcTemplate(dataSource).execute((ConnectionCallback<Long>) connection -> {
            CopyOut rows = of(connection, query);
            try {
                for (List<String> row = rows.next(); row != null; row = rows.next()) {
                    action.accept(row);
                }
            } finally {
                rows.passOver();
            }
            return rows.copy.getHandledRowCount();
        });
    }

    /** The next row, or null behind the last. */
    public @Nullable List<String> next() throws SQLException {
        byte[] row = copy.isActive() ? copy.readFromCopy() : null;
        return row == null ? null : texts(row);
    }

    /** Whether there may be rows left; a connection that is given to others before would hand them these. */
    public boolean isUnderWay() {
        return copy.isActive();
    }

    /** Takes what is left: the driver's own way to break a COPY off leaves answers behind that others take for theirs. */
    private void passOver() throws SQLException {
        while (copy.isActive()) {
            copy.readFromCopy();
        }
    }

    /** The values of a row that ends with a line feed. */
    private static List<String> texts(byte[] row) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int index = 0; index < row.length; index++) {
            if (row[index] == '\t' || row[index] == '\n') {
                texts.add(text(row, start, index));
                start = index + 1;
            }
        }
        return texts;
    }

    private static String text(byte[] row, int start, int end) {
        for (int index = start; index < end; index++) {
            if (row[index] == '\\') {
                return unescaped(row, start, end);
            }
        }
        return new String(row, start, end - start, StandardCharsets.UTF_8);
    }

    private static String unescaped(byte[] row, int start, int end) {
        if (end - start == MISSING.length && row[start + 1] == MISSING[1]) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int index = start; index < end; index++) {
            bytes.write(row[index] == '\\' ? meant(row[++index]) : row[index]);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int meant(byte escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            default -> escaped;
        };
    }
}
