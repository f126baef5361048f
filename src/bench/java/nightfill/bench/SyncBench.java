package nightfill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Syncs a tree as {@code rsync -a --checksum --delete} does, in turns, first onto nothing and then with nothing to do.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java@sync-bench -Dexec.args="10000 2000000000 target/sync-bench"}</pre>
 *
 * <p>The arguments are the number of files, their bytes together, and a directory that does not exist yet. The source is
 * in the page cache, as what a night has just written is. Before each run all that is written is on disk; a first copy of
 * rsync's leaves it to the system when its files get there, which {@code on disk} adds.
 */
public final class SyncBench {

    private static final int REPETITIONS = 5;

    private final Path work;
    private final Map<String, List<Double>> seconds = new TreeMap<>();
    private long peakKilobytes;

    private SyncBench(Path work) {
        this.work = work.toAbsolutePath();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected: FILES BYTES WORK-DIR");
        }
        Path work = Path.of(arguments[2]);
        if (Files.exists(work)) {
            throw new IllegalArgumentException(work + " exists; name a directory that does not");
        }
        MixedTree.write(work.resolve("source"), Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        new SyncBench(work).measure().forEach(System.out::println);
    }

    private List<String> measure() throws IOException, InterruptedException {
        // builds the jar where it is missing or old, which is no part of a sync
        run(nightfill("--version"));
        for (int i = 0; i < REPETITIONS; i++) {
            // whoever is second finds the machine as the first one left it
            measure(i % 2 == 0);
        }
        return report();
    }

    private void measure(boolean nightfillFirst) throws IOException, InterruptedException {
        clear();
        double hashed = run(openssl()) + run(openssl());
        note("hashing by openssl", hashed);
        for (String who : nightfillFirst ? List.of("nightfill", "rsync") : List.of("rsync", "nightfill")) {
            measure(who, "first copy");
            measure(who, "nothing to do");
        }
    }

    private void measure(String who, String what) throws IOException, InterruptedException {
        run(new ProcessBuilder("sync"));
        double copied = run(who.equals("rsync") ? rsync() : sync());
        note(who + ", " + what, copied);
        if (what.equals("first copy")) {
            note(who + ", " + what + ", on disk", copied + run(new ProcessBuilder("sync", "-f", work.toString())));
        }
    }

    private ProcessBuilder rsync() {
        return new ProcessBuilder(
                "rsync", "-a", "--checksum", "--delete", work.resolve("source") + "/", work + "/rsync/");
    }

    /** What no sync that tells files by SHA-256 can do without, once for each side. */
    private ProcessBuilder openssl() {
        String cores = Integer.toString(Runtime.getRuntime().availableProcessors());
        return new ProcessBuilder(
                "sh",
                "-c",
                "find \"$0\" -type f -print0 | xargs -0 -n 100 -P \"$1\" openssl dgst -sha256 >\"$0.sha256\"",
                work.resolve("source").toString(),
                cores);
    }

    private ProcessBuilder sync() {
        return nightfill(
                "sync",
                work.resolve("source").toString(),
                work.resolve("nightfill").toString());
    }

    private ProcessBuilder nightfill(String... arguments) {
        return MeasuredProcess.launcher(work.resolve("home"), arguments);
    }

    private void clear() throws IOException, InterruptedException {
        run(new ProcessBuilder("rm", "-rf", work + "/rsync", work + "/nightfill"));
    }

    private double run(ProcessBuilder command) throws IOException, InterruptedException {
        MeasuredProcess ended = MeasuredProcess.run(command.inheritIO()).requireDone(command);
        peakKilobytes = Math.max(peakKilobytes, ended.peakKilobytes());
        return ended.seconds();
    }

    private void note(String what, double duration) {
        seconds.computeIfAbsent(what, key -> new ArrayList<>()).add(duration);
    }

    private List<String> report() {
        List<String> report = new ArrayList<>();
        for (String what : List.of("first copy", "first copy, on disk", "nothing to do")) {
            double ours = median("nightfill, " + what);
            double theirs = median("rsync, " + what);
            report.add(String.format(
                    Locale.ROOT,
                    "%-20s nightfill %6.2f s  rsync %6.2f s  ratio %.2f",
                    what,
                    ours,
                    theirs,
                    ours / theirs));
        }
        report.add(String.format(
                Locale.ROOT,
                "openssl dgst -sha256 of two such trees, on all cores %.2f s",
                median("hashing by openssl")));
        report.add("peak memory of nightfill %,d MB".formatted(peakKilobytes / 1024));
        seconds.forEach((what, all) -> report.add(what + ": " + all));
        return report;
    }

    private double median(String what) {
        List<Double> sorted =
                seconds.getOrDefault(what, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
