package nightfill.adapter.postgres.watch;

import java.util.List;
import nightfill.application.look.Names;

/** Names in PostgreSQL. */
public record PostgresNames(Reading reading) implements Names {

    @Override
    public List<Kind> called(String name) {
        return reading.read(jdbc -> jdbc.sql("""
                select 'ORDER' where exists (select from line where order_id = :name)
                    or exists (select from undone.line where order_id = :name)
                    or exists (select from urgent_line where order_id = :name)
                union all
                select 'BATCH' where exists (select from batch where reference = :name)
                union all
                select 'SKU' where exists (select from known_sku where code = :name)
                """)
                .param("name", name)
                .query((row, index) -> Kind.valueOf(row.getString(1)))
                .list());
    }
}
