package nightfill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long a command took, and the most memory that its Java process ever held (VmHWM, so on Linux only). */
public record MeasuredProcess(int exitCode, double seconds, long peakKilobytes) {

    private static final int POLL_MILLIS = 20;
    private static final String JAVA_OPTIONS = "NIGHTFILL_JAVA_OPTS";

    /** Nightfill by the command line, with {@code -Xmx256m} unless the environment says otherwise. */
    public static ProcessBuilder launcher(Path home, String... arguments) {
        ProcessBuilder launcher = new ProcessBuilder(
                Stream.concat(Stream.of("jobs/nightfill"), Stream.of(arguments)).toList());
        launcher.environment().put("NIGHTFILL_HOME", home.toString());
        launcher.environment().putIfAbsent(JAVA_OPTIONS, "-Xmx256m");
        return launcher;
    }

    /** Runs it to its end. */
    public static MeasuredProcess run(ProcessBuilder command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = command.start();
        long peak = 0;
        do {
            peak = Math.max(peak, peakKilobytes(process));
        } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        return new MeasuredProcess(process.exitValue(), (System.nanoTime() - start) / 1e9, peak);
    }

    /**
     * Returns itself.
     *
     * @throws IllegalStateException when the command ended with anything but 0
     */
    public MeasuredProcess requireDone(ProcessBuilder command) {
        if (exitCode != 0) {
            throw new IllegalStateException(
                    "%s ended with exit code %d".formatted(String.join(" ", command.command()), exitCode));
        }
        return this;
    }

    private static long peakKilobytes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> Path.of("/proc", Long.toString(handle.pid()), "status"))
                .mapToLong(MeasuredProcess::peakKilobytes)
                .max()
                .orElse(0);
    }

    private static long peakKilobytes(Path status) {
        List<String> lines = linesOf(status);
        if (!lines.contains("Name:\tjava")) {
            return 0;
        }
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    private static List<String> linesOf(Path status) {
        try {
            return Files.readAllLines(status);
        } catch (IOException e) {
            // It ended between being listed and being read.
            return List.of();
        }
    }
}
