package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nightfill.application.metrics.MetricsFormat;
import nightfill.application.metrics.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemMetricsFileTest {

    private static final int BYTES = 50_000;
    private static final int ROUNDS = 200;

    @TempDir
    private Path root = Path.of("");

    private Path file() {
        return root.resolve("nightfill.prom");
    }

    private FilesystemMetricsFile saying(String text) {
        return new FilesystemMetricsFile(file(), new Text(text));
    }

    private record Text(String text) implements MetricsFormat {

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public void write(Observation seen, OutputStream out) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void it_replaces_what_was_there_and_leaves_nothing_else() throws IOException {
        saying("longer than the next one").replace(Observation.NONE);
        saying("short").replace(Observation.NONE);

        assertThat(file()).hasContent("short");
        assertThat(names()).containsExactly("nightfill.prom");
    }

    /** Collectors are other users; a night's umask keeps them out. */
    @Test
    void everybody_may_read_it() throws IOException {
        Files.writeString(file(), "closed");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

        saying("open").replace(Observation.NONE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void whoever_reads_meanwhile_sees_one_of_them_whole() throws Exception {
        saying("0".repeat(BYTES)).replace(Observation.NONE);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Set<String>> reading = CompletableFuture.supplyAsync(() -> seen(done));
        for (int round = 0; round < ROUNDS; round++) {
            saying(Integer.toString(round % 10).repeat(BYTES)).replace(Observation.NONE);
        }
        done.set(true);

        assertThat(reading.get())
                .isNotEmpty()
                .allMatch(text ->
                        text.length() == BYTES && text.chars().distinct().count() == 1);
    }

    private Set<String> seen(AtomicBoolean done) {
        Set<String> seen = new HashSet<>();
        while (!done.get() || seen.isEmpty()) {
            try {
                seen.add(Files.readString(file()));
            } catch (IOException e) {
                seen.add(e.toString());
            }
        }
        return seen;
    }

    @Test
    void several_that_write_at_once_do_not_disturb_each_other() {
        List<CompletableFuture<Void>> all = Stream.of("a", "b", "c")
                .map(text -> CompletableFuture.runAsync(() -> writeOften(text)))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofMinutes(1)));
        assertThat(file()).content().matches("[abc]{100}");
    }

    private void writeOften(String text) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                saying(text.repeat(100)).replace(Observation.NONE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_a_killed_process_left_goes_with_the_next() throws IOException {
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Path mine = Files.writeString(root.resolve(".nightfill.prom.mine"), "somebody's");
        Files.setLastModifiedTime(mine, longAgo);
        Path left = Files.writeString(root.resolve(Aside.of(file()).nextName()), "half");
        Files.setLastModifiedTime(left, longAgo);
        Path others = Files.writeString(root.resolve(Aside.of(file()).nextName()), "half");

        saying("whole").replace(Observation.NONE);

        assertThat(root.toFile().listFiles())
                .containsExactlyInAnyOrder(file().toFile(), mine.toFile(), others.toFile());
    }

    @Test
    void a_link_is_replaced_and_not_followed() throws IOException {
        Path other = Files.writeString(root.resolve("other"), "untouched");
        Files.createSymbolicLink(file(), other);

        saying("figures").replace(Observation.NONE);

        assertThat(other).hasContent("untouched");
        assertThat(Files.isSymbolicLink(file())).isFalse();
    }

    @Test
    void one_that_cannot_be_written_is_named() throws IOException {
        Files.createDirectories(file().resolve("full"));

        assertThatThrownBy(() -> saying("figures").replace(Observation.NONE))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file().toString());
        assertThat(names()).containsExactly("nightfill.prom");
    }
}
