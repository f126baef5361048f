package nightfill.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;

/** What people's own files and habits did to a night, each as its line in the README of {@code cases} says. */
class CasesIT extends InstalledNightfill {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    private static final String FIRST = "2026-11-18";
    private static final String SECOND = "2026-11-19";
    private static final String THIRD = "2026-11-20";

    @Test
    void every_case_is_run() throws IOException {
        Set<String> run = Arrays.stream(CasesIT.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName().replace('_', '-'))
                .filter(name -> !name.equals("every-case-is-run"))
                .collect(Collectors.toSet());
        Set<String> told = ROW.matcher(Files.readString(CASES.resolve("README.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        assertThat(run).isEqualTo(told).isEqualTo(folders());
    }

    @Test
    void bom_in_the_middle() throws Exception {
        arrive("bom-in-the-middle");
        nightfill.run(FIRST).with(0);
        assertThat(query("select order_id from line order by order_id")).containsExactly("1", "2", "3");
    }

    @Test
    void csv_injection() throws IOException {
        arrive("csv-injection");
        nightfill.run(FIRST).with(0);
        assertThat(report(FIRST, "allocations.csv"))
                .contains("\"7;=40+2;x\",1,")
                .contains("8\u00a0=1,1,");
        assertThat(report(FIRST, "rejects.csv")).contains("orderid begins with U+FF1D: \uff1d1+1,\"'\uff1d1+1,1,");
    }

    @Test
    void hash_total_too_big() throws IOException {
        arrive("hash-total-too-big");
        nightfill.run(FIRST).with(0);
        assertThat(report(FIRST, "control-totals.csv").lines())
                .hasSizeGreaterThan(20)
                .noneMatch(row -> row.matches(".*,[0-9]{16,},.*"));
        assertThat(report(FIRST, "datapackage.json"))
                .containsPattern("\"name\" : \"expected\",\\s+\"type\" : \"string\"")
                .containsPattern("\"name\" : \"actual\",\\s+\"type\" : \"string\"");
    }

    @Test
    void misspelt_line_column() throws IOException {
        arrive("misspelt-line-column");
        assertThat(nightfill.run(FIRST).with(0).out())
                .contains("warning: order_lines.csv: the column lineno is not read; is line meant?");
    }

    @Test
    void utf16_feed() throws IOException {
        arrive("utf16-feed");
        assertThat(nightfill.run(FIRST).with(3).error())
                .endsWith("batches.csv, line 1: UTF-16, not UTF-8; save it as UTF-8 and send it again");
    }

    @Test
    void home_permissions() throws IOException {
        nightfill = new Installation(root.resolve("own"));
        arrive("home-permissions");
        nightfill.run(FIRST).with(0);
        for (Path path : below(nightfill.home())) {
            Set<PosixFilePermission> opened = Files.getPosixFilePermissions(path);
            opened.addAll(PosixFilePermissions.fromString(
                    opened.contains(PosixFilePermission.OWNER_EXECUTE) ? "r-xr-xr-x" : "r--r--r--"));
            Files.setPosixFilePermissions(path, opened);
        }
        assertThat(nightfill.run(SECOND).with(0).err()).contains("warning: ");
        for (String closed : List.of("", "feeds", "postgres/data", "postgres/password")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(nightfill.home().resolve(closed))))
                    .as(closed)
                    .endsWith("------");
        }
    }

    @Test
    void near_miss_names() throws IOException {
        arrive("near-miss-names");
        assertThat(nightfill.run(FIRST).with(7).error())
                .contains("\"Batches.csv\", which should be batches.csv")
                .contains("\"order_lines.CSV\", which should be order_lines.csv");
    }

    @Test
    void office_lock_file() throws IOException {
        arrive("office-lock-file");
        Path published = root.resolve("finance");
        nightfill.run(FIRST, "--publish", published.toString()).with(0);
        Path run = published.resolve(FIRST).resolve("run-1");
        for (String left : List.of(".~lock.allocations.csv#", ".DS_Store", "Thumbs.db", "~$x.xlsx")) {
            Files.writeString(run.resolve(left), "");
        }
        Ended night = nightfill.run(SECOND, "--publish", published.toString()).with(0);
        assertThat(night.out() + night.err()).contains(".~lock.allocations.csv#");
        assertThat(published.resolve(SECOND).resolve("run-1/MANIFEST.sha256")).exists();
        assertThat(run.resolve(".DS_Store")).exists();

        Files.writeString(nightfill.reports(FIRST + "/run-1").resolve(".~lock.allocations.csv#"), "");
        nightfill.nightfill("publish", published.toString()).with(0);
        nightfill.nightfill("audit").with(0);
    }

    @Test
    void pg15_no_create() throws SQLException, IOException {
        execute("create role nobody_else login password 'secret'");
        try {
            arrive("pg15-no-create");
            execute("create database case_15");
            Installation other = nightfill
                    .with("NIGHTFILL_DB_URL", database.url().replaceAll("/[^/?]+(\\?|$)", "/case_15$1"))
                    .with("NIGHTFILL_DB_USER", "nobody_else")
                    .with("NIGHTFILL_DB_PASSWORD", "secret");
            assertThat(other.run(FIRST).with(3).error()).contains("alter database case_15 owner to nobody_else");
            execute("alter database case_15 owner to nobody_else");
            other.run(FIRST).with(0);
        } finally {
            execute("drop database if exists case_15");
            execute("drop role nobody_else");
        }
    }

    @Test
    void rows_of_commas() throws IOException {
        arrive("rows-of-commas");
        nightfill.run(FIRST).with(0);
        assertThat(report(FIRST, "rejects.csv").lines()).hasSize(1);
    }

    @Test
    void same_day_dispatch() throws Exception {
        arrive("same-day-dispatch");
        nightfill.run(FIRST).with(0);
        assertThat(query("""
                select order_id, dispatched_run is not null, left_run is not null
                from line left join allocation on line_id = line.id
                order by order_id""")).containsExactly("1,t,f", "2,f,t");
        nightfill.run(SECOND).with(0);
        assertThat(query("select count(*) from allocation where from_run > 1")).containsExactly("0");
    }

    @Test
    void sync_read_only_folder() throws Exception {
        arrive("sync-read-only-folder");
        Path destination = nightfill.input().resolve("destination");
        Path folder = destination.resolve("sub");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        String source = nightfill.input().resolve("source").toString();
        try (Child sync = nightfill.startPowerless("sync", source, destination.toString())) {
            assertThat(sync.await().with(1).error())
                    .endsWith("no permission for %s; fix this, then try again".formatted(folder));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(folder.resolve("a")).hasContent("old");
    }

    @Test
    void upload_under_way() throws IOException {
        arrive("upload-under-way");
        assertThat(nightfill.run(FIRST).with(7).error())
                .contains("\"cancellations.csv.filepart\" is an upload of cancellations.csv");
        Files.delete(nightfill.input().resolve(FIRST).resolve("cancellations.csv.filepart"));
        nightfill.run(FIRST).with(0);
    }

    @Test
    void every_row_rejected() throws IOException {
        arrive("every-row-rejected");
        nightfill.run(FIRST).with(0);
        assertThat(nightfill.run(SECOND).with(3).error()).contains("dispatches.csv", "20", "--max-rejects 100%");
        nightfill.run(SECOND, "--max-rejects", "100%").with(0);
    }

    @Test
    void line_column_added() throws IOException {
        arrive("line-column-added");
        nightfill.run(FIRST).with(0);
        assertThat(nightfill.run(SECOND).with(0).out().lines())
                .satisfiesOnlyOnce(line -> assertThat(line).contains("order 1001 line 1", "CHAIR"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("order 1001 line 2", "LAMP"))
                .satisfiesOnlyOnce(line -> assertThat(line).contains("order 1002 line 1", "CHAIR"));
    }

    @Test
    void old_dates_pending() throws Exception {
        arrive("old-dates-pending");
        nightfill.run(FIRST).with(0);
        nightfill.run(SECOND, "--pending").with(0);
        assertThat(query("select business_date from run order by 1")).containsExactly(FIRST, SECOND);
        nightfill.run(SECOND, "--pending", "--since", "2026-11-01").with(0);
        assertThat(query("select business_date from run order by 1")).containsExactly("2026-11-17", FIRST, SECOND);
    }

    @Test
    void stale_batches() throws IOException {
        arrive("stale-batches");
        nightfill.run(FIRST).with(0);
        nightfill.run(SECOND, "--accept-shrunk-feeds").with(0);
        assertThat(nightfill.run(THIRD).with(3).error()).contains("batches.csv", FIRST, "--accept-same-feed");
        nightfill.run(THIRD, "--accept-same-feed").with(0);
    }

    @Test
    void look_alike_sku() throws IOException {
        arrive("look-alike-sku");
        String out = nightfill.run(FIRST).with(0).out();
        assertThat(out).contains("U+2011 NON-BREAKING HYPHEN");
        assertThat(report(FIRST, "rejects.csv")).contains("IDENTIFIER", "U+200B");
    }

    @Test
    void part_cancelled() throws IOException {
        arrive("part-cancelled");
        nightfill.run(FIRST).with(0);
        nightfill.run(SECOND).with(0);
        assertThat(report(SECOND, "rejects.csv"))
                .contains("order 1001 line 1 is known with 5 of CHAIR", "order 1002 line 1 is known with 4 of CHAIR");
    }

    @Test
    void vanished_order() throws IOException {
        nightfill.with("NIGHTFILL_BATCHES", "snapshot");
        arrive("vanished-order");
        nightfill.run(FIRST).with(0);
        nightfill.run(SECOND).with(0);
        assertThat(report(SECOND, "released.csv")).contains("1,1,CHAIR,8,PO-1,BATCH_REDUCED");
        assertThat(report(SECOND, "unallocated.csv")).contains("1,1,CHAIR,8,SHORT", "2,1,CHAIR,2,SHORT");
    }

    private void arrive(String name) throws IOException {
        Files.createDirectories(nightfill.input());
        PathUtils.copyDirectory(CASES.resolve(name), nightfill.input(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Set<String> folders() throws IOException {
        try (Stream<Path> entries = Files.list(CASES)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static List<Path> below(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> Files.isDirectory(path) || Files.isRegularFile(path))
                    .toList();
        }
    }

    private String report(String date, String name) throws IOException {
        return Files.readString(nightfill.reports(date + "/run-1").resolve(name));
    }
}
