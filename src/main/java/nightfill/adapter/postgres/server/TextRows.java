package nightfill.adapter.postgres.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads rows as texts, a value that is missing as an empty one. */
public final class TextRows {

    private TextRows() {}

    public static void forEach(StatementSpec query, Consumer<List<String>> action) {
        query.query((RowCallbackHandler) row -> action.accept(texts(row)));
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        List<String> texts = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            texts.add(Objects.requireNonNullElse(row.getString(column), ""));
        }
        return texts;
    }
}
