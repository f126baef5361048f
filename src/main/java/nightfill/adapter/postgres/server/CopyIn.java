package nightfill.adapter.postgres.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows for one COPY, gathered in PostgreSQL's text format and sent within the current transaction. */
public final class CopyIn {

    private static final String SPECIAL = "\\\t\n\r";
    private static final String ESCAPES = "\\tnr";

    private final StringBuilder rows = new StringBuilder();
    private boolean atRowStart = true;

    public CopyIn value(@Nullable Object value) {
        if (!atRowStart) {
            rows.append('\t');
        }
        atRowStart = false;
        if (value == null) {
            rows.append("\\N");
        } else {
            appendEscaped(value.toString());
        }
        return this;
    }

    public CopyIn endRow() {
        rows.append('\n');
        atRowStart = true;
        return this;
    }

    /**
     * Sends the rows.
     *
     * @throws DataAccessException when the database refuses one of them; then none is kept
     */
    public void send(DataSource dataSource, String copyStatement) {
        // as bytes: of a reader the driver encodes block by block, and a pair of surrogates between two is lost
        InputStream bytes = new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8));
        new JdbcTemplate(dataSource)
                .execute((ConnectionCallback<Long>) connection -> copied(connection, copyStatement, bytes));
    }

    private static long copied(Connection connection, String statement, InputStream bytes) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void appendEscaped(String text) {
        int plain = 0;
        for (int index = 0; index < text.length(); index++) {
            int special = SPECIAL.indexOf(text.charAt(index));
            if (special >= 0) {
                rows.append(text, plain, index).append('\\').append(ESCAPES.charAt(special));
                plain = index + 1;
            }
        }
        rows.append(text, plain, text.length());
    }
}
