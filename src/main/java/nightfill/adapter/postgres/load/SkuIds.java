package nightfill.adapter.postgres.load;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ids of SKUs; those that nobody knows are made known. So many as fit into some megabytes are remembered. */
final class SkuIds {

    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    SkuIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure that the ids of all of these can be asked for until this is called again. */
    void learn(Set<String> codes) {
        Set<String> missing = new HashSet<>(codes);
        missing.removeAll(ids.keySet());
        if (!missing.isEmpty()) {
            if (ids.size() + missing.size() > MOST) {
                ids.clear();
                missing = codes;
            }
            find(missing);
            make(missing);
        }
    }

    int of(String code) {
        return Objects.requireNonNull(ids.get(code), code);
    }

    private void find(Set<String> codes) {
        remember("select code, id from sku where code = any (:codes)", codes);
    }

    private void make(Set<String> codes) {
        Set<String> unknown = new HashSet<>(codes);
        unknown.removeAll(ids.keySet());
        if (!unknown.isEmpty()) {
            remember("insert into sku (code) select unnest(:codes) returning code, id", unknown);
        }
    }

    private void remember(String query, Set<String> codes) {
        jdbc.sql(query).param("codes", codes.toArray(String[]::new)).query((RowCallbackHandler)
                row -> ids.put(row.getString(1), row.getInt(2)));
    }
}
