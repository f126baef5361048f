package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** Starts the server of a data directory, takes up one that runs already, and stops it. */
record Server(Layout layout, Account account, Path programs) {

    /** Crash recovery after a long night, on a slow disk, may take minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** The port of the running server, which was started if there was none. */
    int ensureRunning(boolean alone, String password) throws IOException {
        Deadline deadline = Deadline.in(LIMIT);
        while (true) {
            PostmasterFile postmaster = PostmasterFile.read(layout.data());
            if (!postmaster.isAlive()) {
                Machine.requireThisOne(layout, alone || postmaster.isAbsent());
                postmaster.disown();
                start(deadline);
            } else if (postmaster.isReady() && ServerProbe.opens(layout, postmaster.port(), password)) {
                return postmaster.port();
            } else {
                deadline.pauseOr(() -> notReady("it is still starting or stopping"));
            }
        }
    }

    /** Starts it, or returns without where another try may succeed. */
    private void start(Deadline deadline) throws IOException {
        Machine.remember(layout);
        Settings.write(layout, account, Ports.choose(Settings.lastPort(layout)));
        ServerLog log = ServerLog.from(layout.log());
        Command start = control("start", "--log=" + layout.log());
        if (!start.succeeded() && !PostmasterFile.read(layout.data()).isAlive()) {
            String said = log.news(start.output());
            if (!isPassing(said)) {
                throw notReady(ServerError.in(said));
            }
            deadline.pauseOr(() -> notReady(ServerError.in(said)));
        }
    }

    /** The port was taken meanwhile, a dead server's last process lingers, or a killed Nightfill's start comes through. */
    private static boolean isPassing(String said) {
        return said.contains("could not bind")
                || said.contains("is still in use")
                || said.contains("lock file \"postmaster.pid\" already exists");
    }

    private Problem notReady(String why) {
        return Problem.failed(
                "the embedded PostgreSQL in %s is not ready: %s".formatted(layout.data(), why),
                Remedy.mend("see %s, then run again".formatted(layout.log())));
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
