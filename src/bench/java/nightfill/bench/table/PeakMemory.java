package nightfill.bench.table;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nightfill.harness.PostgresProcesses;

/** What a command and the database have resident together, at the moment when that is most. */
record PeakMemory(ResidentMemory command, ResidentMemory database) {

    private static final int POLL_MILLIS = 100;
    private static final int MEGABYTE = 1 << 20;

    static PeakMemory of(ProcessBuilder launcher, PostgresProcesses server) throws IOException, InterruptedException {
        Process process = launcher.start();
        PeakMemory peak = now(process, server);
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            PeakMemory now = now(process, server);
            peak = now.bytes() > peak.bytes() ? now : peak;
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "%s ended with exit code %d".formatted(launcher.command(), process.exitValue()));
        }
        return peak;
    }

    private static PeakMemory now(Process process, PostgresProcesses server) {
        return new PeakMemory(
                ResidentMemory.of(Stream.of(process.toHandle())),
                ResidentMemory.of(Stream.concat(server.postmaster().stream(), server.titled("").stream())));
    }

    long bytes() {
        return command.all() + database.all();
    }

    String shown() {
        return String.format(
                Locale.ROOT,
                "%d MB (JVM %d, database %d, %d of them shared)",
                bytes() / MEGABYTE,
                command.all() / MEGABYTE,
                database.all() / MEGABYTE,
                database.shared() / MEGABYTE);
    }
}
