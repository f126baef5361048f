package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import nightfill.application.ExitCode;
import nightfill.application.Problem;

/** Starts the server of a data directory, takes up one that runs already, and stops it. */
record Server(Layout layout, Account account, Path programs) {

    /** Crash recovery after a long night, on a slow disk, may take minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final long LARGE_LOG = 10L << 20;

    /** The port of the running server, which was started if there was none. */
    int ensureRunning() throws IOException {
        Deadline deadline = Deadline.in(LIMIT);
        while (true) {
            PostmasterFile postmaster = PostmasterFile.read(layout.data());
            if (!postmaster.isAlive()) {
                postmaster.disown();
                start(deadline);
            } else if (postmaster.isReady()) {
                return postmaster.port();
            } else {
                deadline.pauseOr(() -> notReady("it is still starting or stopping"));
            }
        }
    }

    /** Starts it, or returns where another try may succeed: the port was taken meanwhile, or the dead server's last processes linger. */
    private void start(Deadline deadline) throws IOException {
        rotateLog();
        Settings.write(layout, account, freePort());
        long logged = Files.exists(layout.log()) ? Files.size(layout.log()) : 0;
        Command start = control("start", "--log=" + layout.log());
        if (!start.succeeded() && !PostmasterFile.read(layout.data()).isAlive()) {
            String said = logSince(logged, start.output());
            if (!isPassing(said)) {
                throw notReady(Complaint.in(said));
            }
            deadline.pauseOr(() -> notReady(Complaint.in(said)));
        }
    }

    private static boolean isPassing(String said) {
        return said.contains("could not bind")
                || said.contains("is still in use")
                || said.contains("lock file \"postmaster.pid\" already exists");
    }

    private Problem notReady(String why) {
        return new Problem(
                ExitCode.FAILED,
                "the embedded PostgreSQL in %s is not ready: %s. See %s".formatted(layout.data(), why, layout.log()));
    }

    private void rotateLog() throws IOException {
        if (Files.exists(layout.log()) && Files.size(layout.log()) > LARGE_LOG) {
            Files.move(
                    layout.log(),
                    layout.log().resolveSibling(layout.log().getFileName() + ".old"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String logSince(long offset, String otherwise) throws IOException {
        if (!Files.exists(layout.log()) || Files.size(layout.log()) <= offset) {
            return otherwise;
        }
        try (var log = Files.newInputStream(layout.log())) {
            log.skipNBytes(offset);
            return new String(log.readNBytes(1 << 16), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops it cleanly; one that cannot stop in time goes on stopping by itself. */
    void stop() throws IOException {
        if (PostmasterFile.read(layout.data()).isAlive()) {
            control("stop", "--mode=fast");
        }
    }

    private Command control(String action, String option) throws IOException {
        return account.run(
                programs.resolve("pg_ctl"),
                action,
                "--pgdata=" + layout.data(),
                "--wait",
                "--timeout=" + LIMIT.toSeconds(),
                option);
    }
}
