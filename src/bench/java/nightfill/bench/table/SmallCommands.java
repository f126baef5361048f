package nightfill.bench.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.bench.MixedTree;

/** What is over soon: a night of the sample data, {@code --help}, and a sync of two small directories. */
final class SmallCommands implements Scenario {

    private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 18);
    private static final int FILES = 20;
    private static final long BYTES = 200_000;
    private static final String RUNNING = "a sample night, database running";
    private static final String NOT_RUNNING = "a sample night, database not running";
    private static final String HELP = "--help";
    private static final String SYNC = "sync of two small directories";

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        Path source = bed.place("small");
        if (!Files.exists(source)) {
            MixedTree.write(source, FILES, BYTES);
        }
        Timings timings = new Timings();
        for (int round = 0; round < plan.rounds(); round++) {
            bed.empty();
            timings.note(RUNNING, sampleNight(bed));
            bed.empty();
            timings.note(NOT_RUNNING, withoutServer(bed));
            bed.settle();
            timings.note(HELP, bed.command("--help").seconds());
            String copy = bed.place("copies")
                    .resolve(Long.toString(System.nanoTime()))
                    .toString();
            timings.note(SYNC, bed.command("sync", source.toString(), copy).seconds());
        }
        return List.of(
                finding(RUNNING, 1.5, timings),
                finding(NOT_RUNNING, 3, timings),
                finding(HELP, 0.35, timings),
                finding(SYNC, 0.35, timings));
    }

    private static double withoutServer(TestBed bed) throws Exception {
        bed.stopServer();
        try {
            return sampleNight(bed);
        } finally {
            bed.startServer();
        }
    }

    private static double sampleNight(TestBed bed) throws Exception {
        return bed.command(bed.nightArguments(Path.of("sample-data"), SAMPLE)).seconds();
    }

    private static Finding finding(String what, double most, Timings timings) {
        return new Finding(what, most, timings.median(what), "s", timings.shown(what));
    }
}
