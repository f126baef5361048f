package nightfill.bench.table;

import java.io.IOException;
import java.util.Scanner;
import java.util.regex.Pattern;

/**
 * A night that was killed (kill -9) while it loaded.
 *
 * @param seconds that it lived
 * @param percent of its order lines that it had loaded by then, as it last said
 */
record KilledLoad(double seconds, int percent) {

    private static final Pattern LOADING =
            Pattern.compile("load order lines +(?:(?<percent>[0-9]+) %|done in [0-9.:]+)");

    /** Kills it as soon as it says that it has loaded so much, or all of them. */
    static KilledLoad at(int percent, ProcessBuilder launcher) throws IOException, InterruptedException {
        // On a terminal a night says five times a second how far it is.
        launcher.environment()
                .merge("NIGHTFILL_JAVA_OPTS", "-Dnightfill.terminal=true", (set, more) -> set + " " + more);
        launcher.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.PIPE);
        long start = System.nanoTime();
        Process process = launcher.start();
        try (Scanner said = new Scanner(process.inputReader())) {
            int loaded = 0;
            while (loaded < percent) {
                loaded = nextPercent(said);
            }
            process.destroyForcibly();
            double seconds = (System.nanoTime() - start) / 1e9;
            process.waitFor();
            return new KilledLoad(seconds, loaded);
        }
    }

    private static int nextPercent(Scanner said) {
        if (said.findWithinHorizon(LOADING, 0) == null) {
            throw new IllegalStateException("the night did not show how it loads order lines");
        }
        String percent = said.match().group(1);
        return percent == null ? 100 : Integer.parseInt(percent);
    }
}
