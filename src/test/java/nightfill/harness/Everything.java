package nightfill.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows and files that nights leave, told without the ids and moments that differ by nature. */
public final class Everything {

    /** The bookkeeping of the job, of the schema, of the lock and of who asked is no part of the books. */
    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ('public', 'undone') and tablename !~ '^batch_(job|step)_'
                and tablename not in ('flyway_schema_history', 'identity', 'run_lock', 'audit_log', 'retry_plan')
            order by 1
            """;

    /** Attempts that were discarded are counted by nobody. */
    private static final String RUN =
            "(select count(*) from public.run run where run.id <= told.%s and run.state <> 'DISCARDED')";

    private static final String BATCH = """
            coalesce((select reference from public.batch where id = told.%1$s),
                (select min(reference) from undone.batch where id = told.%1$s))
            """;
    private static final String SKU = "(select code from public.sku where id = told.%s)";

    /** Their ids may have gaps. */
    private static final String SKUS_BEFORE = "(select count(*) from public.sku where id <= told.skus_before)";

    private static final Set<String> DIFFERENT_BY_NATURE = Set.of(
            "public.batch.id",
            "undone.batch.id",
            "public.sku.id",
            "public.warning.number",
            "public.publication.directory");

    private final JdbcTemplate jdbc;

    private Everything(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public static List<String> of(TestNightfill nightfill) throws IOException {
        List<String> all = new ArrayList<>(new Everything(nightfill.jdbc()).rows());
        for (Path place : List.of(
                nightfill.output(),
                nightfill.published(),
                nightfill.home().resolve("feeds"),
                nightfill.home().resolve("refused"))) {
            all.addAll(files(nightfill.home().resolveSibling("."), place));
        }
        return all;
    }

    /** What the one has and the other has not. */
    public static List<String> differences(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        List<String> extra = new ArrayList<>(actual);
        actual.forEach(missing::remove);
        expected.forEach(extra::remove);
        return Stream.concat(
                        missing.stream().map(it -> "missing: " + it),
                        extra.stream().map(it -> "not expected: " + it))
                .toList();
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String table : jdbc.queryForList(TABLES, String.class)) {
            String condition = table.equals("public.run") ? " where state <> 'DISCARDED'" : "";
            jdbc.queryForList(
                            "select %s from %s told%s order by 1".formatted(row(table), table, condition), String.class)
                    .forEach(row -> rows.add(table + " " + row));
        }
        jdbc.queryForList(
                        "select status from batch_job_execution where status not in ('COMPLETED', 'STOPPED', 'FAILED')",
                        String.class)
                .forEach(status -> rows.add("an execution is left " + status));
        return rows;
    }

    private String row(String table) {
        return jdbc.queryForList("""
                        select attname as name, format_type(atttypid, null) as type from pg_attribute
                        where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
                        """, table).stream()
                .filter(column -> !String.valueOf(column.get("type")).startsWith("timestamp"))
                .filter(column -> !DIFFERENT_BY_NATURE.contains(table + "." + column.get("name")))
                .map(column -> value(table, column))
                .collect(Collectors.joining(", ", "concat_ws(' | ', ", ")"));
    }

    private static String value(String table, Map<String, Object> column) {
        String name = String.valueOf(column.get("name"));
        if (name.matches(".*_run|run_id|previous_id|replaces_id") || (table + name).equals("public.runid")) {
            return value(name, RUN.formatted(name));
        }
        return value(
                name,
                switch (name) {
                    case "skus_before" -> SKUS_BEFORE;
                    case "batch_id" -> BATCH.formatted(name);
                    case "sku_id" -> SKU.formatted(name);
                    default -> "told." + name;
                });
    }

    private static String value(String name, String expression) {
        return "'%s=' || coalesce((case when told.%s is not null then %s end)::text, '')"
                .formatted(name, name, expression);
    }

    private static List<String> files(Path root, Path place) throws IOException {
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> !Files.isDirectory(file) || isEmpty(file))
                    .sorted()
                    .map(file -> root.normalize().relativize(file) + ": " + contents(file))
                    .toList();
        }
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contents(Path file) {
        try {
            return Files.isDirectory(file) ? "empty" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
