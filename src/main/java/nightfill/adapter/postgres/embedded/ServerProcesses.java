package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The living processes of one data directory's server, the first of them, which would start others anew, at their head.
 * Each works in that directory, runs PostgreSQL and leads a session of its own, and either is the one that
 * {@code postmaster.pid} names, or a child of it, or an orphan that bears a server process's title: nobody's shell, and
 * no tool of an administrator.
 */
record ServerProcesses(List<ProcessHandle> handles) {

    static ServerProcesses of(Path data) throws IOException {
        PostmasterFile postmaster = PostmasterFile.read(data);
        // a handle knows when its process began, and never ends another that has got its number since
        return new ServerProcesses(ProcessHandle.allProcesses()
                .filter(process -> isOf(data, postmaster, process.pid()))
                .sorted(Comparator.comparing(process -> process.pid() != postmaster.pid()))
                .toList());
    }

    boolean isEmpty() {
        return handles.isEmpty();
    }

    /** Whether one of them makes up for a crash, or reads what a clean end has left. */
    boolean recover() {
        return handles.stream().anyMatch(process -> isTitled(process.pid(), "postgres: startup"));
    }

    void kill() {
        handles.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isOf(Path data, PostmasterFile postmaster, long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        try {
            return Files.isSameFile(process.resolve("cwd"), data)
                    && runsPostgres(process)
                    && (pid == postmaster.pid() || isChild(process, pid, postmaster.pid()));
        } catch (AccessDeniedException closed) {
            return postmaster.isAlive() && (pid == postmaster.pid() || isBornOf(process, postmaster.pid()));
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean runsPostgres(Path process) throws IOException {
        return Files.readSymbolicLink(process.resolve("exe"))
                .getFileName()
                .toString()
                .startsWith("postgres");
    }

    private static boolean isChild(Path process, long pid, long postmaster) throws IOException {
        return stat(process, 3) == pid && (isBornOf(process, postmaster) || isTitled(pid, "postgres: "));
    }

    private static boolean isBornOf(Path process, long parent) {
        try {
            return stat(process, 1) == parent;
        } catch (IOException gone) {
            return false;
        }
    }

    /** What is behind a name in brackets: the parent is the second field, the session the fourth. */
    private static long stat(Path process, int field) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[field]);
    }

    private static boolean isTitled(long pid, String title) {
        try {
            Path line = Path.of("/proc", String.valueOf(pid), "cmdline");
            return Files.readString(line, StandardCharsets.ISO_8859_1).startsWith(title);
        } catch (IOException gone) {
            return false;
        }
    }
}
