package nightfill.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nightfill.Nightfill;

/** Nightfill in a process of its own. */
public final class Child implements AutoCloseable {

    /** How long a process may take to come anywhere, also on a busy machine. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static Child start(
            Path root, Map<String, String> environment, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(Java.quick(options, Nightfill.class));
        command.addAll(arguments);
        return start(root, environment, command);
    }

    /** It heeds the terminal's signal also where a shell has started this build in the background. */
    static Child start(Path root, Map<String, String> environment, List<String> command) {
        List<String> line =
                new ArrayList<>(List.of("sh", "-c", "umask ${UMASK:-022}; exec env --default-signal=INT \"$@\"", "sh"));
        line.addAll(command);
        try {
            Path out = Files.createTempFile(root, "out", null);
            Path err = Files.createTempFile(root, "err", null);
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("NIGHTFILL"));
            builder.environment().putAll(environment);
            return new Child(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal, as {@code kill} names it. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /** What it has said on standard output so far. */
    public String out() throws IOException {
        return Files.readString(out);
    }

    /** What it has said on standard error so far. */
    public String err() throws IOException {
        return Files.readString(err);
    }

    public Ended await() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still at work after three minutes: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
