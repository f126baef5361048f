package nightfill.adapter.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The process that owns the run lock, as its session's application name shows it (at most 63 bytes reach the server).
 *
 * @param start when the process started, so that a reused process id is noticed
 */
public record LockOwner(long pid, long start, String host) {

    private static final String PREFIX = "nightfill";
    private static final int MAX_HOST = 16;
    private static final int START_TIME = 19; // proc(5): field 22, counted from 0 behind the command's name

    public static LockOwner thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new LockOwner(self.pid(), startOf(self), hostName());
    }

    public static Optional<LockOwner> parse(String applicationName) {
        String[] parts = applicationName.split(" ", 4);
        if (parts.length != 4 || !parts[0].equals(PREFIX)) {
            return Optional.empty();
        }
        return Optional.of(new LockOwner(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]));
    }

    public String applicationName() {
        return "%s %d %d %s".formatted(PREFIX, pid, start, host);
    }

    /** The host's name for people. */
    public String hostForPeople() {
        return host.substring(host.indexOf('@') + 1);
    }

    /** Whether the process, if it lives, can be seen from here. */
    public boolean isOnThisHost() {
        return host.equals(hostName());
    }

    public boolean isDead() {
        return isOnThisHost()
                && ProcessHandle.of(pid)
                        .filter(process -> startOf(process) == start)
                        .isEmpty();
    }

    /** Linux gives it in ticks since boot, which stay the same when the clock is set. */
    private static long startOf(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START_TIME]);
        } catch (IOException e) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    /** A name for people, behind what distinguishes machines, boots and containers of that name. */
    private static String hostName() {
        String name = hostOfThisProcess();
        return "%08x@%s".formatted(machine(), name.substring(0, Math.min(MAX_HOST, name.length())));
    }

    /** The whole name, for people. */
    public static String hostOfThisProcess() {
        return read(Path.of("/proc/sys/kernel/hostname")).replaceAll("[^!-~]", "?");
    }

    private static int machine() {
        return Objects.hash(
                read(Path.of("/proc/sys/kernel/random/boot_id")),
                namespace(),
                read(Path.of("/proc/sys/kernel/hostname")));
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
