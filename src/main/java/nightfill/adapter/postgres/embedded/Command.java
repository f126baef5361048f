package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program run to its end, and what it said. */
record Command(int exitCode, String output) {

    private static final int MISSING = 127;

    static Command run(List<String> prefix, Path program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(program.toString());
        line.addAll(List.of(arguments));
        return run(line);
    }

    static Command run(List<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        keepOnlyThePath(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // an interrupt waits: half a start or half a stop would help nobody
        return new Command(process.onExit().join().exitValue(), output.strip());
    }

    /** One that may be missing here, which is a failure like any other. */
    static Command attempt(List<String> line) {
        try {
            return run(line);
        } catch (IOException missing) {
            return new Command(MISSING, missing.toString());
        }
    }

    /** The server must neither obey the user's PG variables nor inherit secrets, and speaks plain English in its log. */
    private static void keepOnlyThePath(Map<String, String> environment) {
        Optional<String> path = Optional.ofNullable(environment.get("PATH"));
        environment.clear();
        path.ifPresent(value -> environment.put("PATH", value));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
