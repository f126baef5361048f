package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Sampled;
import nightfill.harness.Soak;
import nightfill.operator.NightIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where reports stand, and that nothing but the feeds decides what is in them. */
class ReportsIT extends InstalledNightfill {

    @Test
    void the_option_names_output_before_the_environment_and_that_before_the_home() {
        nightfill.arriveSmall(FRIDAY);
        Path named = root.resolve("named");
        Path environment = root.resolve("environment");

        nightfill.with("NIGHTFILL_OUTPUT", environment);
        nightfill.run(FRIDAY, "--output", named.toString()).with(0);
        assertThat(named.resolve("2026-11-20/run-1/MANIFEST.sha256")).exists();
        assertThat(environment).doesNotExist();

        nightfill.with("NIGHTFILL_OUTPUT", named);
        nightfill.arriveSmall(SATURDAY);
        nightfill.run(SATURDAY).with(0);
        assertThat(named.resolve("2026-11-21/run-1/MANIFEST.sha256")).exists();
        assertThat(nightfill.home().resolve("reports")).doesNotExist();
    }

    @Test
    void sha256sum_accepts_every_manifest() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);

        Process check = new ProcessBuilder("sha256sum", "-c", "--strict", "MANIFEST.sha256")
                .directory(nightfill.reports("2026-11-20/run-1").toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(told).isZero();
        assertThat(told.lines())
                .containsExactlyInAnyOrderElementsOf(files(nightfill.reports("2026-11-20/run-1")).keySet().stream()
                        .filter(name -> !name.equals("MANIFEST.sha256"))
                        .map(name -> name + ": OK")
                        .toList());
    }

    @Test
    void summaries_chain_the_manifests() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.run(SATURDAY).with(0);
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "O9,1,CHAIR,4");
        nightfill.run(SATURDAY, "--correction").with(0);
        nightfill.arriveSmall(SUNDAY);
        nightfill.run(SUNDAY).with(0);

        assertThat(summary("2026-11-20/run-1").get("previous").isNull()).isTrue();
        assertThat(summary("2026-11-21/run-1").get("replaces").isNull()).isTrue();
        for (String run : List.of("2026-11-21/run-1", "2026-11-21/run-2")) {
            assertThat(summary(run).get("previous").get("date").asString()).isEqualTo(FRIDAY);
            assertThat(summary(run).get("previous").get("manifestSha256").asString())
                    .isEqualTo(manifestSha256("2026-11-20/run-1"));
        }
        assertThat(summary("2026-11-21/run-2").get("replaces").get("run").asInt())
                .isEqualTo(1);
        assertThat(summary("2026-11-21/run-2")
                        .get("replaces")
                        .get("manifestSha256")
                        .asString())
                .isEqualTo(manifestSha256("2026-11-21/run-1"));
        assertThat(summary("2026-11-22/run-1").get("previous").get("run").asInt())
                .isEqualTo(2);
        assertThat(summary("2026-11-22/run-1")
                        .get("previous")
                        .get("manifestSha256")
                        .asString())
                .isEqualTo(manifestSha256("2026-11-21/run-2"));
    }

    @Test
    void reports_are_the_same_in_any_chunk_size() throws Exception {
        arriveTwoNights(nightfill);
        Map<String, String> expected = reportsOfTwoNights(nightfill.with("NIGHTFILL_CHUNK_SIZE", 5000));
        for (int rows : new int[] {1, 7}) {
            try (TestDatabase other = TestDatabase.create()) {
                Installation installation = Installation.on(other, root.resolve("chunks of " + rows));
                arriveTwoNights(installation);
                assertThat(reportsOfTwoNights(installation.with("NIGHTFILL_CHUNK_SIZE", rows)))
                        .isEqualTo(expected);
            }
        }
    }

    @Soak
    @ParameterizedTest
    @Sampled(of = {"ar | EG", "tr | TR"})
    void reports_and_names_are_the_same_in_any_language_and_time_zone(String language, String country)
            throws Exception {
        nightfill.arriveMixed(FRIDAY);
        List<String> options =
                List.of("-Duser.language=" + language, "-Duser.country=" + country, "-Duser.timezone=Asia/Kathmandu");

        try (Child night = nightfill.start(options, nightfill.runOf(FRIDAY))) {
            Ended ended = night.await().with(0);
            assertThat(ended.out() + ended.err()).matches("[\\p{ASCII}…]*");
        }

        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Test
    void files_follow_the_umask() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.with("UMASK", "027");

        try (Child night = nightfill.startRun(FRIDAY)) {
            night.await().with(0);
        }

        try (Stream<Path> paths = Files.walk(nightfill.home().resolve("reports"))) {
            for (Path path : paths.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----");
            }
        }
    }

    private static void arriveTwoNights(Installation installation) {
        String[] lines = new String[40];
        String[] batches = new String[10];
        lines[0] = LINES;
        batches[0] = BATCHES;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "O%d,%d,S%d,%d".formatted(i / 3, i, i % 4, i % 5);
        }
        for (int i = 1; i < batches.length; i++) {
            batches[i] = "B%d,S%d,%d,%s".formatted(i, i % 3, 3 * i, i % 2 == 0 ? "" : "2026-12-0" + i);
        }
        installation.arrive(FRIDAY, "batches.csv", batches);
        installation.arrive(FRIDAY, "order_lines.csv", lines);
        installation.arrive(SATURDAY, "batches.csv", BATCHES, "B8,S2,1,", "B6,S0,0,");
        installation.arrive(SATURDAY, "order_lines.csv", LINES, "O99,1,S1,2", "O99,1,S1,2", "O98,1,S7,1");
        installation.arrive(SATURDAY, "cancellations.csv", LINES, lines[6], lines[2]);
    }

    private static Map<String, String> reportsOfTwoNights(Installation installation) throws IOException {
        installation.run(FRIDAY).with(0);
        installation.run(SATURDAY).with(0);
        return files(installation.home().resolve("reports"));
    }

    /** Every file below a directory but the database's identity, as text, by its path. */
    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path));
            }
        }
        files.remove(".nightfill-database");
        return files;
    }

    private JsonNode summary(String run) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(nightfill.reports(run).resolve("summary.json")));
    }

    private String manifestSha256(String run) throws Exception {
        return NightIT.sha256(nightfill.reports(run).resolve("MANIFEST.sha256"));
    }
}
