package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;

/** Where the embedded server keeps its things, all below one directory that nobody else may enter. */
record Layout(Path directory) {

    private static final String UNFINISHED = ".unfinished";
    /** The server's own tools pass these paths through a shell, in double quotes. */
    private static final String TROUBLE = "\"$`\\\n";

    static Layout below(Path home) throws IOException {
        Path directory =
                Files.createDirectories(home.toAbsolutePath()).toRealPath().resolve("postgres");
        if (directory.toString().chars().anyMatch(c -> TROUBLE.indexOf(c) >= 0)) {
            throw Problem.refused(
                    "the embedded PostgreSQL cannot live in %s: its path has a \" $ ` \\ or line break".formatted(home),
                    Act.NAME_HOME,
                    Act.NAME_SERVER);
        }
        if (!Files.isDirectory(directory)) {
            createPrivate(directory);
        }
        return new Layout(directory);
    }

    private static void createPrivate(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    Path home() {
        return directory.resolveSibling("");
    }

    Path binaries(String version) {
        return directory.resolve(version);
    }

    Path data() {
        return directory.resolve("data");
    }

    Path password() {
        return directory.resolve("password");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path startLock() {
        return directory.resolve("start.lock");
    }

    Path machine() {
        return directory.resolve("machine");
    }

    Path usersLock() {
        return directory.resolve("users.lock");
    }

    /** Where something is made that gets its true name only when it is whole. */
    Path unfinished(Path finished) {
        return directory.resolve(finished.getFileName() + UNFINISHED);
    }

    /** Removes what a killed process left half made; only for who holds the start lock. */
    void clearUnfinished() throws IOException {
        for (Path left : Entries.of(directory, ".*\\" + UNFINISHED)) {
            Durable.remove(left);
        }
    }
}
