package nightfill.bench.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nightfill.bench.feeds.RaceFeeds;
import nightfill.harness.PostgresProcesses;

/** What first nights of growing feeds have resident at most, once each, with a server that has just started. */
final class Memory implements Scenario {

    private static final List<Long> LINES = List.of(200_000L, Race.LINES, LargeRace.LINES);

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        List<PeakMemory> peaks = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (long lines : LINES) {
            RaceFeeds feeds = RaceFeeds.first(plan.scaled(lines));
            peaks.add(peak(bed, feeds));
            seen.add("%,d lines: %s"
                    .formatted(
                            feeds.lines().count(), peaks.get(peaks.size() - 1).shown()));
            System.out.println(seen.get(seen.size() - 1));
        }
        double growth = (double) peaks.get(2).bytes() / peaks.get(1).bytes();
        return List.of(Finding.ratio(
                "resident memory of JVM and database, 10 M lines against 2 M", 1.1, growth, String.join("; ", seen)));
    }

    private static PeakMemory peak(TestBed bed, RaceFeeds feeds) throws Exception {
        Path input = bed.input("memory", feeds);
        bed.empty();
        bed.stopServer(); // so that none of its buffers is in use
        bed.startServer();
        return PeakMemory.of(bed.launcher(bed.nightArguments(input, feeds.date())), new PostgresProcesses(bed.home()));
    }
}
