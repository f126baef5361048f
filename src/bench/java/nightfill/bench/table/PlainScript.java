package nightfill.bench.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What a database administrator would write instead of Nightfill, in one transaction: both feeds by COPY, a loop over the
 * lines in PL/pgSQL that gives each the preferred batch that holds it, and both reports by COPY. It refuses nothing, knows no
 * yesterday, and proves nothing.
 */
record PlainScript(Connection connection, Path night) {

    /** A batch is updated some ten times in the one transaction, and stays on its page where there is room for that. */
    private static final String TABLES = """
            create table batch (
                id int generated always as identity primary key, reference text collate "C" unique, sku text collate "C",
                quantity int, eta date, taken int not null default 0) with (fillfactor = 10);
            create table arrived (
                id bigint generated always as identity, order_id text collate "C", line text collate "C",
                sku text collate "C", quantity int);
            create table line (
                id bigint primary key, order_id text collate "C", line text collate "C", sku text collate "C", quantity int,
                unique (order_id, line, sku, quantity));
            create table allocation (line_id bigint primary key, batch_id int);
            """;

    private static final String MERGE = """
            create index on batch (sku, eta nulls first, reference);
            insert into line select * from arrived order by id on conflict do nothing;
            analyze batch;
            analyze line;
            """;
    private static final String ALLOCATE = """
            do $$
            declare
                wanted record;
                found_id int;
            begin
                for wanted in select id, sku, quantity from line order by id loop
                    update batch set taken = taken + wanted.quantity
                    where id = (
                        select id from batch
                        where sku = wanted.sku and quantity - taken >= wanted.quantity
                        order by eta nulls first, reference
                        limit 1)
                    returning id into found_id;
                    if found then
                        insert into allocation values (wanted.id, found_id);
                    end if;
                end loop;
            end $$
            """;
    private static final String ALLOCATED = """
            copy (select order_id, line, line.sku, line.quantity, reference, eta
                  from line join allocation on line_id = line.id join batch on batch_id = batch.id order by line.id)
            to stdout with (format csv, header)
            """;
    private static final String UNALLOCATED = """
            copy (select order_id, line, sku, quantity from line
                  where not exists (select from allocation where line_id = id) order by id)
            to stdout with (format csv, header)
            """;

    /** Only what no program can do without: both feeds, as they are, into tables without keys. */
    void load() throws SQLException, IOException {
        run("create table b (a text, b text, c int, d date); create table l (a text, b text, c text, d int)");
        copyIn("b", "batches.csv");
        copyIn("l", "order_lines.csv");
        connection.commit();
    }

    /** Returns how many lines got a batch. */
    long allocate(Path reports) throws SQLException, IOException {
        run(TABLES);
        copyIn("batch (reference, sku, quantity, eta)", "batches.csv");
        copyIn("arrived (order_id, line, sku, quantity)", "order_lines.csv");
        run(MERGE);
        run(ALLOCATE);
        copyOut(ALLOCATED, Files.createDirectories(reports).resolve("allocations.csv"));
        copyOut(UNALLOCATED, reports.resolve("unallocated.csv"));
        connection.commit();
        return count("select count(*) from allocation");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void copyIn(String table, String feed) throws SQLException, IOException {
        try (Reader rows = Files.newBufferedReader(night.resolve(feed))) {
            copies().copyIn("copy %s from stdin with (format csv, header)".formatted(table), rows);
        }
    }

    private void copyOut(String query, Path file) throws SQLException, IOException {
        try (OutputStream rows = Files.newOutputStream(file)) {
            copies().copyOut(query, rows);
        }
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
