package nightfill.adapter.web.console.look;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.watch.StockRecords;
import nightfill.harness.HostileTexts;
import nightfill.harness.Installation;

/** Feeds in which orders, batches and SKUs share names: plain ones, and such as a page must not believe. */
final class HostileNight {

    static final String PLAIN = "plain";

    /** The SKU of more batches than a page shows, of which all that it shows are used up. */
    static final String MANY = "MANY";

    private HostileNight() {}

    /** Of each SKU a batch that serves one line and is too small for another; and a row that is rejected. */
    static void arrive(Installation nightfill, String date) {
        List<String> batches = new ArrayList<>(List.of("ref,sku,qty,eta"));
        List<String> lines = new ArrayList<>(List.of("orderid,line,sku,qty"));
        for (String name : names()) {
            batches.add(row(name, name, "10", "2026-12-01"));
            lines.add(row(name, name, name, "3"));
            lines.add(row(name, "2", name, "100"));
            lines.add(row(name, "3", name, name));
        }
        IntStream.rangeClosed(0, StockRecords.BATCHES).forEach(each -> {
            batches.add(row("used up %03d".formatted(each), MANY, "1", ""));
            lines.add(row("many", Integer.toString(each), MANY, "1"));
        });
        batches.add(row("with stock", MANY, "7", ""));
        batches.add(row("on its way", MANY, "5", "2026-12-24"));
        lines.add(row("only", "", "LAMP", "1"));
        lines.add(row("line\r\nbreak", "<b>", "\u0007", "1"));
        nightfill.arrive(date, "batches.csv", batches.toArray(String[]::new));
        nightfill.arrive(date, "order_lines.csv", lines.toArray(String[]::new));
    }

    /** Finished nights before it, of which some dates have none. */
    static void history(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : HISTORY) {
                statement.execute(sql);
            }
        }
    }

    private static final List<String> HISTORY = List.of(
            """
            insert into run (id, business_date, number, state, max_rejects, turns_before, manifest_sha256)
            overriding system value
            select -night, date '2026-11-20' - night, 1, 'FINISHED', '', 0, repeat('0', 64)
            from generate_series(1, 100) night where night not between 40 and 46
            """,
            """
            insert into run_figures
            select id, 100, 200, 0, 0, 800 + (-id) * 37 % 100, 9000, 40 + (-id) * 53 % 90, 1000, 1200, (-id) * 29 % 40, 40
            from run where id not in (select run_id from run_figures)
            """,
            "insert into batch_job_instance select 1000 - id, 0, 'night', id from run where id < 0",
            """
            insert into batch_job_execution
                (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code)
            select 1000 - id, 0, 1000 - id, business_date, business_date,
                business_date + (-id) * 41 % 35 * interval '7 seconds' + interval '17 minutes', 'COMPLETED', 'COMPLETED'
            from run where id < 0
            """,
            """
            insert into batch_job_execution_params
            select 1000 - id, 'run', 'java.lang.Long', id, 'Y' from run where id < 0
            """);

    static List<String> names() {
        return Stream.concat(Stream.of(PLAIN), HostileTexts.IDENTIFIERS.stream())
                .toList();
    }

    private static String row(String... fields) {
        return Stream.of(fields)
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
