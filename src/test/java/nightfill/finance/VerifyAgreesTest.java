package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import nightfill.adapter.files.sync.FilesystemFileTree;
import nightfill.adapter.json.JsonSummaryLinks;
import nightfill.application.verify.Verdict;
import nightfill.application.verify.VerifyDirectory;
import nightfill.harness.MadeUpRuns;
import nightfill.harness.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code verify} accepts {@code sha256sum -c --strict} accepts too, whatever is done to a manifest. */
class VerifyAgreesTest {

    private static final String[] PIECES = {
        "\n",
        "\r",
        "\0",
        " ",
        "  ",
        " *",
        "\\",
        "/",
        "./",
        "../",
        "-",
        "a.csv",
        "b b.csv",
        "sub/c.csv",
        "\u00E9",
        "A",
        "0",
        "MANIFEST.sha256",
        "\uFEFF",
        "#",
        "SHA256 ("
    };

    private final VerifyDirectory verify = new VerifyDirectory(new FilesystemFileTree(), new JsonSummaryLinks());

    @TempDir
    Path directory = Path.of("");

    @Test
    void both_accept_a_manifest_that_is_right() throws Exception {
        write();

        assertThat(verify.verify(directory).faults()).isEmpty();
        assertThat(sha256sumAccepts()).isTrue();
    }

    static List<Integer> seeds() {
        return Scale.allOrEvery(4, List.of(1, 2, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_verify_accepts_sha256sum_accepts(int seed) throws Exception {
        Random random = new Random(seed);
        write();
        byte[] manifest = Files.readAllBytes(manifest());
        int accepted = 0;
        for (int i = 0; i < 3000; i++) {
            Files.write(manifest(), mutated(manifest, random));
            Verdict verdict = verify.verify(directory);
            if (verdict.manifests() > 0 && verdict.faults().isEmpty()) {
                accepted++;
                assertThat(sha256sumAccepts())
                        .as("seed %d, mutation %d: %s", seed, i, Files.readString(manifest()))
                        .isTrue();
            }
        }
        assertThat(accepted).as("seed %d", seed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void random_bytes_are_never_whole(int seed) throws IOException {
        Random random = new Random(seed);
        write();
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            Files.write(manifest(), bytes);

            assertThat(verify.verify(directory).faults())
                    .as("seed %d, bytes %d", seed, i)
                    .isNotEmpty();
        }
    }

    private void write() throws IOException {
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("a.csv"), "a");
        Files.writeString(directory.resolve("b b.csv"), "b");
        Files.writeString(directory.resolve("sub/c.csv"), "");
        MadeUpRuns.writeManifest(directory);
    }

    /** One to three changes: bytes, pieces and lines put in, taken out, doubled or swapped. */
    private static byte[] mutated(byte[] manifest, Random random) {
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(4));
            String piece = new String(
                    PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1);
            String[] lines = text.split("(?<=\n)", -1);
            text = switch (random.nextInt(6)) {
                case 0 -> text.substring(0, from) + piece + text.substring(from);
                case 1 -> text.substring(0, from) + text.substring(to);
                case 2 -> text.substring(0, from) + (char) random.nextInt(256) + text.substring(to);
                case 3 -> text + lines[random.nextInt(lines.length)];
                case 4 -> text.replaceFirst("  ([ab]|sub)", "  " + piece.replace("\\", "") + "$1");
                default ->
                    lines[lines.length - 1] + text.substring(0, text.length() - lines[lines.length - 1].length());
            };
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean sha256sumAccepts() throws Exception {
        Process check = new ProcessBuilder("sha256sum", "-c", "--strict", "--status", "MANIFEST.sha256")
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        return check.waitFor() == 0;
    }

    private Path manifest() {
        return directory.resolve("MANIFEST.sha256");
    }
}
