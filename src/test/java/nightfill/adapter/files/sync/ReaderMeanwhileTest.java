package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nightfill.domain.proof.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody reads a destination while syncs are at work on it. */
class ReaderMeanwhileTest {

    private static final int VERSIONS = 20;
    private static final int FILES = 4;
    private static final int LENGTH = 300_000;
    private static final List<Integer> LENGTHS = List.of(LENGTH + 1, LENGTH + 2);

    @TempDir
    Path root;

    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void never_sees_half_a_file_nor_a_manifest_of_other_files_than_are_there() throws Exception {
        TwoDirectories two = new TwoDirectories(root).unrecorded();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> reader = pool.submit(read(two.destination()));
            for (int version = 0; version < VERSIONS; version++) {
                lay(two.source(), version);
                two.sync();
            }
            ended.set(true);
            assertThat(reader.get())
                    .as("manifests that were held against their files")
                    .isPositive();
        } finally {
            pool.shutdownNow();
        }
    }

    /** In each version files change, and change places, and one comes or goes. */
    private static void lay(Path source, int version) throws IOException {
        Path run = source.resolve("run");
        StringBuilder manifest = new StringBuilder("version " + version + "\n");
        for (int file = 0; file < FILES + version % 2; file++) {
            String content =
                    String.valueOf((char) ('a' + (file + version) % 26)).repeat(LENGTH) + version / 3;
            TwoDirectories.write(run.resolve("file-" + file), content);
            manifest.append(sha256(content)).append("  file-").append(file).append('\n');
        }
        Files.deleteIfExists(run.resolve("file-" + (FILES + version % 2)));
        TwoDirectories.write(run.resolve("MANIFEST.sha256"), manifest.toString());
    }

    private Callable<Integer> read(Path destination) {
        return () -> {
            Path run = destination.resolve("run");
            int held = 0;
            while (!ended.get()) {
                Optional<String> manifest = text(run.resolve("MANIFEST.sha256"));
                boolean whole = manifest.isPresent() && areAsListed(run, manifest.get());
                // no version is like another: what is there still was there all the time
                if (manifest.isPresent() && manifest.equals(text(run.resolve("MANIFEST.sha256")))) {
                    assertThat(whole).as(manifest.get()).isTrue();
                    held++;
                }
            }
            return held;
        };
    }

    private static boolean areAsListed(Path run, String manifest) throws IOException {
        boolean whole = true;
        for (String line : manifest.lines().skip(1).toList()) {
            Optional<String> content = text(run.resolve(line.substring(66)));
            content.ifPresent(text -> assertThat(LENGTHS).contains(text.length()));
            whole &= content.map(ReaderMeanwhileTest::sha256).equals(Optional.of(line.substring(0, 64)));
        }
        return whole;
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
