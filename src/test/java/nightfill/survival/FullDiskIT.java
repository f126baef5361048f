package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.Figures;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Scale;
import nightfill.harness.SmallDisk;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Disks that run full, or refuse to be written, in the middle of a night: one line says which, and room is all it takes. */
class FullDiskIT extends InstalledNightfill {

    private static final String RUN = "2026-11-20/run-1";
    private static final int ENOUGH = 4096;

    /** Those between also leave no room for the feeds, or for what the server writes ahead. */
    private static final List<Integer> SERVER_ROOMS =
            Scale.allOrEvery(4, List.of(64, 3072, 8192, 12288, 16384, 24576, 32768));

    private static final int ROOM_TO_START = 65536;
    private static final int LARGE = 1 << 20;

    /** From nothing at all to all but the last of what a night writes. */
    private static final List<Integer> ROOMS = Scale.allOrEvery(4, List.of(0, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64));

    @AfterAll
    static void tell() {
        Figures.count(
                FullDiskIT.class,
                "%d sizes of a disk for files, %d of one for a server".formatted(ROOMS.size(), SERVER_ROOMS.size()));
    }

    @Test
    void output_runs_full_at_any_file() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        try (SmallDisk disk = SmallDisk.of(ENOUGH, root.resolve("output"))) {
            Path output = disk.place();
            int failed = 0;
            for (int room : ROOMS) {
                disk.leave(room);
                Ended ended = nightfill.run(FRIDAY, "--output", output.toString());
                if (ended.exitCode() != 0) {
                    assertFull(ended, output);
                    assertThat(output.resolve(FRIDAY)).doesNotExist();
                    failed++;
                }
            }
            disk.resize(ENOUGH);
            nightfill.run(FRIDAY, "--output", output.toString()).with(0);
            assertThat(failed).isGreaterThan(ROOMS.size() / 2);
            assertThat(Files.readString(output.resolve(RUN).resolve("MANIFEST.sha256")))
                    .isEqualTo(undisturbedManifest());
            assertThat(hidden(output)).containsExactly(".nightfill-database");
        }
    }

    @Test
    void the_publish_directory_runs_full_at_any_file() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        try (SmallDisk disk = SmallDisk.of(ENOUGH, root.resolve("finance"))) {
            String finance = disk.place().toString();
            int failed = 0;
            for (int room : ROOMS) {
                disk.leave(room);
                Ended ended = nightfill.run(FRIDAY, "--publish", finance);
                if (ended.exitCode() != 0) {
                    assertFull(ended, disk.place());
                    assertThat(disk.place().resolve(RUN).resolve("MANIFEST.sha256"))
                            .doesNotExist();
                    assertEveryFileIsWhole(disk.place().resolve(RUN));
                    failed++;
                }
            }
            disk.resize(ENOUGH);
            nightfill.nightfill("publish", finance).with(0);
            assertThat(failed).isGreaterThan(ROOMS.size() / 2);
            assertThat(nightfill.nightfill("verify", finance).with(0).out()).contains("all whole");
        }
    }

    private void assertEveryFileIsWhole(Path run) throws IOException {
        if (Files.exists(run)) {
            try (Stream<Path> files = Files.list(run)) {
                for (Path file : files.toList()) {
                    assertThat(file)
                            .hasSameBinaryContentAs(nightfill.reports(RUN).resolve(file.getFileName()));
                }
            }
        }
    }

    @Soak
    @Test
    void the_home_runs_full_at_any_file() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        try (SmallDisk disk = SmallDisk.of(ENOUGH, nightfill.home())) {
            Path output = root.resolve("output");
            int failed = 0;
            for (int room : ROOMS) {
                disk.leave(room);
                try (Child night = nightfill.startRun(FRIDAY, "--output", output.toString())) {
                    Ended ended = night.await();
                    if (ended.exitCode() == 0) {
                        break;
                    }
                    assertFull(ended, disk.place());
                    assertThat(output.resolve(FRIDAY)).doesNotExist();
                    failed++;
                }
            }
            disk.resize(ENOUGH);
            nightfill.run(FRIDAY, "--output", output.toString()).with(0);
            assertThat(failed).isGreaterThan(0);
            assertThat(Files.readString(output.resolve(RUN).resolve("MANIFEST.sha256")))
                    .isEqualTo(undisturbedManifest());
        }
    }

    @Soak
    @Test
    void the_home_runs_full_while_publishing() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        String output = root.resolve("output").toString();
        String finance = root.resolve("finance").toString();
        try (SmallDisk disk = SmallDisk.of(ENOUGH, nightfill.home())) {
            nightfill.run(FRIDAY, "--output", output).with(0);
            disk.leave(0);
            assertFull(nightfill.run(FRIDAY, "--output", output, "--publish", finance), disk.place());

            disk.resize(ENOUGH);
            nightfill.nightfill("publish", finance, "--output", output).with(0);
            nightfill.nightfill("verify", finance).with(0);
        }
    }

    @Test
    void the_rejects_of_a_refused_night_find_no_room_in_the_home() throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveMixed(FRIDAY);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0" + "0".repeat(200_000));
        try (SmallDisk disk = SmallDisk.of(ENOUGH, nightfill.home())) {
            disk.leave(320);
            assertFull(nightfill.run(FRIDAY, "--max-rejects", "0"), disk.place());
            assertFull(nightfill.run(FRIDAY, "--max-rejects", "0"), disk.place());
            try (Stream<Path> left = Files.list(nightfill.home().resolve("refused"))) {
                assertThat(left).hasSizeLessThanOrEqualTo(1);
            }

            disk.resize(ENOUGH);
            assertThat(nightfill.run(FRIDAY, "--max-rejects", "0").with(3).error())
                    .contains("rejects.csv");
        }
    }

    @Test
    void a_place_that_is_mounted_read_only() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        try (SmallDisk output = SmallDisk.of(ENOUGH, root.resolve("output"));
                SmallDisk finance = SmallDisk.of(ENOUGH, root.resolve("finance"));
                SmallDisk home = SmallDisk.of(ENOUGH, nightfill.home())) {
            String[] more = {
                "--output",
                output.place().toString(),
                "--publish",
                finance.place().toString()
            };
            for (SmallDisk disk : List.of(home, output, finance)) {
                disk.readOnly();
                Ended ended = nightfill.run(FRIDAY, more).with(1);
                assertThat(ended.error()).contains(disk.place().toString()).containsIgnoringCase("read-only");
                disk.writable();
            }
            nightfill.run(FRIDAY, more).with(0);
            assertThat(Files.readString(finance.place().resolve(RUN).resolve("MANIFEST.sha256")))
                    .isEqualTo(undisturbedManifest());
        }
    }

    @Soak
    @Test
    void the_disk_of_the_embedded_server_runs_full_at_any_write() throws Exception {
        Installation own = new Installation(root.resolve("own"));
        arriveWide(own);
        String output = root.resolve("output").toString();
        try (SmallDisk disk = SmallDisk.of(LARGE, own.home())) {
            own.nightfill("status").with(0);
            int failed = 0;
            for (int room : SERVER_ROOMS) {
                disk.leave(room);
                Ended ended = own.run(FRIDAY, "--output", output);
                if (ended.exitCode() != 0) {
                    assertFull(ended, disk.place());
                    failed++;
                }
            }
            disk.resize(LARGE);
            own.run(FRIDAY, "--output", output).with(0);
            assertThat(failed).isGreaterThan(SERVER_ROOMS.size() / 2);
        }
        assertThat(Files.readString(Path.of(output, RUN, "MANIFEST.sha256"))).isEqualTo(undisturbedWideManifest());
    }

    @Soak
    @Test
    void the_disk_of_a_server_elsewhere_runs_full_at_any_write() throws Exception {
        arriveWide(nightfill);
        nightfill.with("NIGHTFILL_DB_WAIT", 0);
        String output = root.resolve("output").toString();
        try (SmallDisk disk = SmallDisk.of(LARGE, root.resolve("server"))) {
            try (EmbeddedPostgres server = EmbeddedPostgres.open(disk.place())) {
                use(server);
                nightfill.nightfill("status").with(0);
            }
            int failed = 0;
            for (int room : SERVER_ROOMS) {
                disk.leave(room + ROOM_TO_START);
                try (EmbeddedPostgres server = EmbeddedPostgres.open(disk.place())) {
                    use(server);
                    disk.leave(room);
                    Ended ended = nightfill.run(FRIDAY, "--output", output);
                    if (ended.exitCode() != 0) {
                        assertThat(ended.with(1).error()).contains("database", "again");
                        failed++;
                    }
                }
            }
            disk.resize(LARGE);
            try (EmbeddedPostgres server = EmbeddedPostgres.open(disk.place())) {
                use(server);
                nightfill.run(FRIDAY, "--output", output).with(0);
            }
            assertThat(failed).isGreaterThan(SERVER_ROOMS.size() / 3);
        }
        assertThat(Files.readString(Path.of(output, RUN, "MANIFEST.sha256"))).isEqualTo(undisturbedWideManifest());
    }

    /** It listens on another port where it was started anew, having gone down for want of room. */
    private void use(EmbeddedPostgres server) {
        nightfill
                .with("NIGHTFILL_DB_URL", server.jdbcUrl())
                .with("NIGHTFILL_DB_USER", server.user())
                .with("NIGHTFILL_DB_PASSWORD", server.password());
    }

    private String undisturbedWideManifest() throws IOException {
        Installation undisturbed = Installation.on(database, root.resolve("undisturbed"));
        arriveWide(undisturbed);
        undisturbed.run(FRIDAY).with(0);
        return Files.readString(undisturbed.reports(RUN).resolve("MANIFEST.sha256"));
    }

    private static void arriveWide(Installation installation) {
        Random random = new Random(1);
        installation.arrive(FRIDAY, "batches.csv", BATCHES, "B1,CHAIR,1000,");
        installation.arrive(
                FRIDAY,
                "order_lines.csv",
                IntStream.rangeClosed(0, 12_000)
                        .mapToObj(row -> row == 0
                                ? LINES + ",note"
                                : noise(random, 240) + row + ",1,CHAIR,1," + noise(random, 500))
                        .toArray(String[]::new));
    }

    private static String noise(Random random, int letters) {
        return random.ints(letters, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static void assertFull(Ended ended, Path place) {
        assertThat(ended.with(1).error())
                .contains(place.toString())
                .containsIgnoringCase("no space left")
                .containsPattern("again|nightfill publish");
    }

    private static List<String> hidden(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }
}
