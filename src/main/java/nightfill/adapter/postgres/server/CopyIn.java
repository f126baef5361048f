package nightfill.adapter.postgres.server;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of one COPY, in PostgreSQL's text format: the server takes in the first blocks of them while the next are made. */
public final class CopyIn {

    /** Characters that are sent at once; whole rows, for a pair of surrogates between two blocks would be lost. */
    private static final int BLOCK = 1 << 15;

    private static final String SPECIAL = "\\\t\n\r";
    private static final String ESCAPES = "\\tnr";

    private final StringBuilder rows = new StringBuilder();
    private boolean atRowStart = true;

    private CopyIn() {}

    /**
     * Copies rows within the current transaction, and sends nothing where there are none.
     *
     * @param values adds the values of a row
     * @throws DataAccessException when the database refuses one of them; then none is kept
     */
    public static <T> void send(
            DataSource dataSource, String copyStatement, Iterable<T> rows, BiConsumer<CopyIn, T> values) {
        if (rows.iterator().hasNext()) {
            new JdbcTemplate(dataSource)
                    .execute((ConnectionCallback<Long>) connection -> copied(connection, copyStatement, rows, values));
        }
    }

    private static <T> long copied(
            Connection connection, String statement, Iterable<T> rows, BiConsumer<CopyIn, T> values)
            throws SQLException {
        org.postgresql.copy.CopyIn copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            CopyIn block = new CopyIn();
            for (T row : rows) {
                values.accept(block, row);
                block.endRow();
                if (block.rows.length() >= BLOCK) {
                    block.writeTo(copy);
                }
            }
            block.writeTo(copy);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    public CopyIn value(@Nullable Object value) {
        separate();
        if (value == null) {
            rows.append("\\N");
        } else {
            appendEscaped(value.toString());
        }
        return this;
    }

    public CopyIn value(long value) {
        separate();
        rows.append(value);
        return this;
    }

    private void separate() {
        if (!atRowStart) {
            rows.append('\t');
        }
        atRowStart = false;
    }

    private void endRow() {
        rows.append('\n');
        atRowStart = true;
    }

    private void writeTo(org.postgresql.copy.CopyIn copy) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
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
