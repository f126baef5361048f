package nightfill.bench.table;

import java.nio.file.Path;
import java.util.Map;
import nightfill.bench.MeasuredProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night that was run by the command line.
 *
 * @param reports its directory in OUTPUT
 */
record Night(MeasuredProcess process, Path reports) {

    double seconds() {
        return process.seconds();
    }

    /** Lines that got a batch in it. */
    long allocated() {
        return lines().at("/allocated").longValue();
    }

    /** Lines that are open behind it. */
    long open() {
        return lines().at("/unallocated").properties().stream()
                .map(Map.Entry::getValue)
                .mapToLong(JsonNode::longValue)
                .sum();
    }

    Path report(String name) {
        return reports.resolve(name);
    }

    private JsonNode lines() {
        return new JsonMapper().readTree(report("summary.json").toFile()).at("/lines");
    }
}
