package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import nightfill.Nightfill;
import nightfill.adapter.postgres.server.TestDatabase;

/** The libraries' classes as a virtual machine wants them in memory; made once for a class path, by whoever needs it first. */
final class ClassArchive {

    private static final Path PLACE = Path.of("target", "class-archive").toAbsolutePath();
    private static final String DATE = "2026-11-20";

    private ClassArchive() {}

    private static final class Made {
        private static final List<String> OPTIONS = List.of("-XX:SharedArchiveFile=" + findOrMake(), "-Xlog:disable");
    }

    /** How a virtual machine is told to use it; with another class path it would warn, and its warnings are left out. */
    static List<String> options() {
        return Made.OPTIONS;
    }

    /** Of processes that come at the same moment one makes it, and the others wait. */
    private static Path findOrMake() {
        Path archive = PLACE.resolve(
                Integer.toHexString(Objects.hash(Java.libraries(), System.getProperty("java.vm.version"))) + ".jsa");
        try {
            Files.createDirectories(PLACE);
            try (FileChannel channel = FileChannel.open(
                            PLACE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && Files.notExists(archive)) {
                    make(archive);
                }
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path archive) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(PLACE, "night");
        Path list = place.resolve("classes");
        Path unfinished = place.resolve("archive");
        try (TestDatabase database = TestDatabase.create()) {
            Installation nightfill = Installation.on(database, place);
            nightfill.arriveMixed(DATE);
            List<String> night =
                    new ArrayList<>(Java.command(List.of("-XX:DumpLoadedClassList=" + list), Nightfill.class));
            night.addAll(List.of(nightfill.runOf(DATE)));
            try (Child child = Child.start(place, nightfill.environment(), night)) {
                child.await().with(0);
            }
        }
        Files.move(dumped(list, unfinished), archive, StandardCopyOption.ATOMIC_MOVE);
        TestNightfill.remove(place);
    }

    private static Path dumped(Path list, Path archive) throws IOException, InterruptedException {
        List<String> command = Java.command(
                List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive),
                Nightfill.class);
        command.set(command.indexOf("-cp") + 1, Java.libraries());
        Process dump = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(archive.resolveSibling("log").toFile())
                .start();
        assertThat(dump.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(archive).exists();
        return archive;
    }
}
