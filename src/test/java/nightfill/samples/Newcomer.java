package nightfill.samples;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightfill.Nightfill;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.harness.Java;
import org.postgresql.PGConnection;

/** Someone in a fresh clone who types what the pages show; only the jar and the database are the test's. */
final class Newcomer implements AutoCloseable {

    private static final String LAUNCHER = """
            #!/bin/bash
            exec %s "$@"
            """;

    private final TestDatabase database = TestDatabase.create();
    private final Path checkout;

    Newcomer(Path checkout) throws IOException {
        this.checkout = checkout.toRealPath();
        Path launcher = this.checkout.resolve("jobs/nightfill");
        Files.createDirectories(launcher.resolveSibling(""));
        Files.writeString(
                launcher, LAUNCHER.formatted("'" + String.join("' '", Java.quick(List.of(), Nightfill.class)) + "'"));
        types("chmod +x jobs/nightfill && cp -r '%s' ."
                .formatted(Path.of("sample-data").toAbsolutePath()));
    }

    /** What the terminal shows, without the lines of progress, as if the clone lay in /home/you/nightfill of shop-1. */
    String types(String command) throws IOException {
        Process process = shell(command).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> !line.matches("[0-9-]{10}T[0-9:]{8}Z .*"))
                    .map(line -> line.replace(checkout.toString(), "/home/you/nightfill"))
                    .map(line -> line.replace(" on " + LockOwner.hostOfThisProcess(), " on shop-1"))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Makes a table, copies a file into it and asks for its sums. */
    String imports(Path file, String... statements) throws IOException, SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                Reader csv = Files.newBufferedReader(file)) {
            statement.execute(statements[0]);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statements[1], csv);
            ResultSet sums = statement.executeQuery(statements[2]);
            sums.next();
            return "%s %s %s".formatted(sums.getString("rows"), sums.getString("qty"), sums.getString("hash_total"));
        }
    }

    SampleReports reports() {
        return new SampleReports(checkout.resolve("var/reports"));
    }

    Path checkout() {
        return checkout;
    }

    @Override
    public void close() {
        database.close();
    }

    private ProcessBuilder shell(String command) {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        shell.environment().keySet().removeIf(name -> name.startsWith("NIGHTFILL_"));
        shell.environment()
                .putAll(Map.of(
                        "LC_ALL", "C.UTF-8",
                        "SUDO_USER", "you",
                        "NIGHTFILL_HOME", checkout.resolve("var").toString(),
                        "NIGHTFILL_DB_URL", database.url(),
                        "NIGHTFILL_DB_USER", database.user(),
                        "NIGHTFILL_DB_PASSWORD", database.password()));
        return shell;
    }
}
