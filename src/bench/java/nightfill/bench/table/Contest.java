package nightfill.bench.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import nightfill.bench.feeds.RaceFeeds;

/** A first night by the command line, the script and the loading alone, each in an empty database, on the same feeds. */
final class Contest {

    private static final String RACE = "race";
    private static final String BOTH = "the script and the night";

    private final TestBed bed;
    private final RaceFeeds feeds;
    private final Path input;
    private final Timings timings;
    private final Outcomes outcomes = new Outcomes();

    Contest(TestBed bed, RaceFeeds feeds, Timings timings) throws IOException, InterruptedException {
        this.bed = bed;
        this.feeds = feeds;
        this.timings = timings;
        this.input = bed.input("first-" + feeds.lines().count(), feeds);
    }

    String label(String contestant) {
        return "%s of %,d lines".formatted(contestant, feeds.lines().count());
    }

    void floor() throws Exception {
        race("floor", PlainScript::load);
    }

    void script() throws Exception {
        race("script", script -> outcomes.requireSame(BOTH, script.allocate(bed.place("script"))));
    }

    void night() throws IOException, InterruptedException, SQLException {
        bed.empty();
        Night night = bed.night(input, feeds);
        timings.note(label("night"), night);
        outcomes.requireSame(BOTH, night.allocated());
    }

    private void race(String contestant, Script what) throws Exception {
        bed.server().empty(RACE);
        bed.settle();
        long start = System.nanoTime();
        try (Connection connection = bed.server().connect(RACE)) {
            connection.setAutoCommit(false);
            what.run(new PlainScript(connection, input.resolve(feeds.date().toString())));
        }
        timings.note(label(contestant), (System.nanoTime() - start) / 1e9);
    }

    private interface Script {
        void run(PlainScript script) throws Exception;
    }
}
