package nightfill;

import java.io.PrintWriter;
import java.util.Map;
import nightfill.application.problem.Problem;
import nightfill.process.Telemetry;

/** What machines learn of commands. */
record Watchers(Telemetry telemetry, MetricsOnFile metrics) {

    /** @throws Problem (usage) when the environment names what cannot be */
    static Watchers from(Map<String, String> environment, Settings settings, PrintWriter err) {
        return new Watchers(Telemetry.from(environment), MetricsOnFile.from(environment, settings, err));
    }
}
