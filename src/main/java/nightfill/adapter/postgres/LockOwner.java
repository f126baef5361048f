package nightfill.adapter.postgres;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that owns the run lock, as its session's application name tells it (at most 63 bytes reach the server).
 *
 * @param startMillis when the process started, in milliseconds since 1970, so that a reused process id is noticed
 */
record LockOwner(long pid, long startMillis, String host) {

    private static final String PREFIX = "nightfill";
    private static final int MAX_HOST = 24;

    static LockOwner thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new LockOwner(self.pid(), startMillis(self), hostName());
    }

    static Optional<LockOwner> parse(String applicationName) {
        String[] parts = applicationName.split(" ", 4);
        if (parts.length != 4 || !parts[0].equals(PREFIX)) {
            return Optional.empty();
        }
        return Optional.of(new LockOwner(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]));
    }

    String applicationName() {
        return "%s %d %d %s".formatted(PREFIX, pid, startMillis, host);
    }

    boolean isDead() {
        return host.equals(hostName())
                && ProcessHandle.of(pid)
                        .filter(process -> startMillis(process) == startMillis)
                        .isEmpty();
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            name = "localhost";
        }
        String printable = name.replaceAll("[^!-~]", "?");
        return printable.substring(0, Math.min(MAX_HOST, printable.length()));
    }
}
