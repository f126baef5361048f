package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender links to what only Nightfill may read. */
class PlantedFeedsIT extends InstalledNightfill {

    private static final String PASSWORD = "hunter2,batch,staple";

    private Path secret = Path.of("");
    private Path feed = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        secret =
                Files.writeString(Files.createDirectory(root.resolve("private")).resolve("pgpass"), PASSWORD + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        feed = nightfill.input().resolve(FRIDAY).resolve("cancellations.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancellations.csv", "control.csv"})
    void a_link_that_leads_out_of_input_is_refused_and_shows_nothing(String name) throws IOException {
        Files.createSymbolicLink(feed.resolveSibling(name), secret);

        Ended ended = nightfill.run(FRIDAY).with(3);

        assertThat(ended.error())
                .contains(
                        feed.resolveSibling(name).toString(), " out of " + nightfill.input(), "NIGHTFILL_INPUT_ROOTS");
        assertNothingIsShown(ended);
    }

    @Test
    void so_is_a_night_that_is_one() throws IOException {
        Path night = feed.resolveSibling("");
        Files.move(night, root.resolve("private").resolve(FRIDAY));
        Files.createSymbolicLink(night, root.resolve("private").resolve(FRIDAY));

        assertThat(nightfill.run(FRIDAY).with(3).error()).contains(night + " leads, by a link, out of ");
        assertThat(nightfill.run("2026-11-21", "--pending").with(3).error()).contains(night.toString());
        nightfill.with("NIGHTFILL_INPUT_ROOTS", "/nowhere:" + root.resolve("private"));
        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("run 1 is finished");
    }

    /** By a hard link, or sent by mistake. */
    @Test
    void what_is_no_feed_at_all_is_refused_and_shows_nothing() throws IOException {
        Files.createLink(feed, secret);

        Ended ended = nightfill.run(FRIDAY).with(3);

        assertThat(ended.error()).contains("cancellations.csv, line 1: the header lacks the column orderid, sku, qty");
        assertNothingIsShown(ended, nightfill.home().resolve("feeds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "/srv/shop::/mnt"})
    void roots_that_are_no_list_of_paths_stop_the_command(String roots) {
        assertThat(nightfill
                        .with("NIGHTFILL_INPUT_ROOTS", roots)
                        .run(FRIDAY)
                        .with(2)
                        .error())
                .contains("NIGHTFILL_INPUT_ROOTS is " + roots + ", which is not a list of absolute paths");
    }

    private void assertNothingIsShown(Ended ended, Path... but) throws IOException {
        assertThat(ended.out() + ended.err()).doesNotContain("hunter2", "staple");
        try (Stream<Path> files = Files.walk(nightfill.home())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> Stream.of(but).noneMatch(file::startsWith)))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("hunter2", "staple"));
        }
    }
}
