package nightfill.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.bench.feeds.NightFeeds;
import nightfill.bench.feeds.RaceFeeds;

/**
 * A night of 10 million lines that is killed at 90 % of loading and run again, against an undisturbed one. What is done again
 * is what both runs take together, without one start-up, beyond the undisturbed one.
 */
final class Restart implements Scenario {

    private static final int PERCENT = 90;
    private static final List<String> REPORTS = List.of("allocations.csv", "unallocated.csv", "stock.csv");

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        RaceFeeds feeds = RaceFeeds.first(plan.scaled(LargeRace.LINES));
        Path input = bed.input("restart", feeds);
        Timings timings = new Timings();
        int percent = 0;
        for (int round = 0; round < plan.rounds(); round++) {
            bed.empty();
            timings.note("undisturbed", bed.night(input, feeds));
            Path undisturbed = keep(bed, feeds);
            bed.empty();
            timings.note("start-up (status)", bed.command("status").seconds());
            KilledLoad killed = KilledLoad.at(PERCENT, bed.launcher(bed.nightArguments(input, feeds.date())));
            timings.note("killed", killed.seconds());
            percent = Math.max(percent, killed.percent());
            Night resumed = bed.night(input, feeds);
            timings.note("resumed", resumed);
            requireSame(undisturbed, resumed);
        }
        return List.of(new Finding(
                "restart after a kill at 90 % of loading, 10 M lines: done again",
                15,
                100 * again(timings) / timings.median("undisturbed"),
                "%",
                "%s; killed at %d %% at the latest".formatted(timings.shown(), percent)));
    }

    private static double again(Timings timings) {
        return timings.median("killed")
                + timings.median("resumed")
                - timings.median("start-up (status)")
                - timings.median("undisturbed");
    }

    private static Path keep(TestBed bed, NightFeeds feeds) throws IOException {
        Path kept = Files.createDirectories(bed.place("undisturbed"));
        for (String report : REPORTS) {
            Path copy = kept.resolve(report);
            Files.deleteIfExists(copy);
            Files.copy(bed.reports(feeds.date()).resolve(report), copy);
        }
        return kept;
    }

    private static void requireSame(Path undisturbed, Night resumed) throws IOException {
        for (String report : REPORTS) {
            if (Files.mismatch(undisturbed.resolve(report), resumed.report(report)) >= 0) {
                throw new IllegalStateException(report + " of the resumed night differs from the undisturbed one's");
            }
        }
    }
}
