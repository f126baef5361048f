package nightfill.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes of the embedded server in a home: the first one, and its children by what their titles say. */
public record PostgresProcesses(Path home) {

    private static final String TITLE = "postgres: ";

    /** The first one, if the server has one. */
    public Optional<ProcessHandle> postmaster() {
        return line(0).map(Long::valueOf).flatMap(ProcessHandle::of);
    }

    /** What the first one says of itself: starting, ready or stopping. */
    public String status() {
        return line(7).orElse("");
    }

    private Optional<String> line(int number) {
        try {
            List<String> lines = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
            return lines.stream().skip(number).findFirst().map(String::strip);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Its children whose titles begin so. */
    public List<ProcessHandle> titled(String title) {
        return postmaster().stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> title(child).startsWith(TITLE + title))
                .toList();
    }

    private static String title(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Sends a signal, as {@code kill} names it. */
    public static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
