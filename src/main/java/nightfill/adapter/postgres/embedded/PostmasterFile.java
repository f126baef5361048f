package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a server, running or dead, wrote about itself into {@code postmaster.pid}. */
record PostmasterFile(Path data, List<String> lines) {

    /** Linux gives no process such a number. */
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    static PostmasterFile read(Path data) throws IOException {
        try {
            return new PostmasterFile(data, Files.readAllLines(file(data)));
        } catch (NoSuchFileException e) {
            return new PostmasterFile(data, List.of());
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    int pid() {
        try {
            return Integer.parseInt(line(0));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String line(int number) {
        return lines.size() > number ? lines.get(number).strip() : "";
    }

    boolean isAbsent() {
        return lines.isEmpty();
    }

    /** Whether it has started once; it may recover from a crash since. */
    boolean isReady() {
        return says("ready");
    }

    boolean isStopping() {
        return says("stopping");
    }

    private boolean says(String status) {
        return line(7).equals(status);
    }

    /** Whether it serves without a socket in its directory, as those did that a former Nightfill started. */
    boolean isFormer() {
        return isReady() && !line(4).equals(Settings.SOCKET_DIRECTORY);
    }

    /** Whether the server lives: a process of that number alone may be a stranger, but none works in our directory. */
    boolean isAlive() {
        try {
            return pid() > 0 && isOurs();
        } catch (IOException e) {
            return false;
        }
    }

    /** Root of a container may see of others' processes no more than their command lines. */
    private boolean isOurs() throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid()));
        try {
            return Files.isSameFile(process.resolve("cwd"), data);
        } catch (AccessDeniedException e) {
            String command = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
            return command.contains("\0-D\0" + data + "\0");
        }
    }

    /**
     * Puts a number that no process has in place of a dead server's, which a stranger may have by now. PostgreSQL would
     * take the stranger for a server; without the file it would not look for what the dead one left in shared memory.
     */
    void disown() throws IOException {
        if (!lines.isEmpty()) {
            List<String> disowned = new ArrayList<>(lines);
            disowned.set(0, NOBODY);
            Files.write(file(data), disowned);
        }
    }
}
