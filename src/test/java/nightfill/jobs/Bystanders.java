package nightfill.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that a script calls beside Nightfill; they note what the environment lets them know. */
final class Bystanders {

    /** What opens the database, or another place, or may. */
    static final List<String> SECRETS = List.of(
            "NIGHTFILL_DB_URL",
            "NIGHTFILL_DB_USER",
            "NIGHTFILL_DB_PASSWORD",
            "NIGHTFILL_KEY_STORE_PASSWORD",
            "NIGHTFILL_OIDC_CLIENT_SECRET",
            "NIGHTFILL_WHATEVER",
            "PGPASSWORD",
            "PGPASSFILE",
            "OTEL_EXPORTER_OTLP_HEADERS",
            "JAVA_OPTS",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS");

    private static final List<String> PROGRAMS = List.of(
            "cat", "dirname", "find", "flock", "grep", "head", "locale", "mkdir", "readlink", "rm", "tail", "touch");

    private final Path directory;

    Bystanders(Path directory) {
        this.directory = directory;
        PROGRAMS.forEach(name -> Script.write(directory.resolve(name), """
                #!/bin/bash
                /usr/bin/tr '\\0' '\\n' </proc/$$/environ >>"$0.known"
                PATH=/usr/bin:/bin
                exec %s "$@"
                """.formatted(name)));
    }

    /** Has a script given secrets, and call these programs. */
    Script withSecrets(Script script) {
        SECRETS.forEach(name -> script.with(name, "se cret"));
        return script.with("PAGER", "kept").with("PATH", directory + ":/usr/bin:/bin");
    }

    static boolean isSecret(String variable) {
        return variable.startsWith("NIGHTFILL_") || variable.endsWith("se cret");
    }

    /** Those that were called. */
    List<String> seen() {
        return PROGRAMS.stream()
                .filter(name -> Files.exists(directory.resolve(name + ".known")))
                .toList();
    }

    /** All that they know. */
    List<String> known() {
        return seen().stream()
                .flatMap(name -> Script.read(directory.resolve(name + ".known")).lines())
                .toList();
    }
}
