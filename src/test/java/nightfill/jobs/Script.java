package nightfill.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A script about to be run, with an environment of its own and nothing of the test's. */
final class Script {

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
    private Path directory = Path.of("").toAbsolutePath();

    Script(Path script, String... arguments) {
        command.add(script.toString());
        command.addAll(List.of(arguments));
    }

    /** Copies a script of this repository to where it will run among fakes. */
    static Path copy(String name, Path to) {
        return write(to, read(Path.of(name)));
    }

    /** Writes an executable script. */
    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!file.toFile().setExecutable(true, false)) {
            throw new IllegalStateException("cannot make executable: " + file);
        }
        return file;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Script with(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    Script from(Path directory) {
        this.directory = directory;
        return this;
    }

    Ended run() {
        return start().end();
    }

    Running start() {
        try {
            Path err = Files.createTempFile("script", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(err.toFile())
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Running(builder.start(), err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script at work. */
    record Running(Process process, Path errors) {

        String nextLine() throws IOException {
            return String.valueOf(process.inputReader(UTF_8).readLine());
        }

        String errorsSoFar() {
            return read(errors);
        }

        Running terminate() {
            process.toHandle().destroy(); // Process.destroy would close the output, too
            return this;
        }

        Ended end() {
            try {
                String out =
                        String.join("\n", process.inputReader(UTF_8).lines().toList());
                return new Ended(process.waitFor(), out, read(errors).strip());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                errors.toFile().delete();
            }
        }
    }

    /** What came of it. */
    record Ended(int exitCode, String out, String err) {}
}
