package nightfill.adapter.postgres.load;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ids of SKUs; those that nobody knows are made known. So many as fit into some megabytes are remembered. */
final class SkuIds {

    static final int UNKNOWN = 0;

    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    SkuIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of all of these can be asked for until this is called again; of others perhaps. */
    void learn(Set<String> codes) {
        if (ids.size() + codes.size() > MOST) {
            ids.clear();
        }
        if (!codes.isEmpty()) {
            find(codes);
            make(codes);
        }
    }

    /** {@link #UNKNOWN} where it has to be learned. */
    int of(String code) {
        return ids.getOrDefault(code, UNKNOWN);
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
