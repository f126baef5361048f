package nightfill.adapter.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightfill.application.night.LogLabels;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps the labels with the logger itself; a thread that works for somebody else, or for nobody, says so by its own. */
public final class LogbackLabels implements LogLabels {

    /** The system property with who has started this process. */
    public static final String STARTED_BY = "nightfill.actor";

    private static final String RUN = "run";
    private static final String STEP = "step";
    private static final String ACTOR = "actor";
    private static final String NONE = "";

    static final List<String> ALL = List.of(RUN, STEP, ACTOR);

    @Override
    public void begin(Run run) {
        keep(RUN, run.title());
    }

    @Override
    public void begin(String step) {
        keep(STEP, step);
    }

    @Override
    public void endStep() {
        keep(STEP, NONE);
    }

    /** From now on somebody else's work is done. */
    public static void actor(String who) {
        keep(ACTOR, who);
    }

    private static void keep(String label, String value) {
        logger().putProperty(label, value);
    }

    private static LoggerContext logger() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** Those of an entry; null where it has none. */
    static @Nullable String of(ILoggingEvent entry, String label) {
        return value(
                label, entry.getMDCPropertyMap(), entry.getLoggerContextVO().getPropertyMap());
    }

    /** Those of this process, as they are now. */
    static Map<String, String> now() {
        Map<String, String> labels = new TreeMap<>();
        for (String label : List.of(RUN, ACTOR)) {
            String value = value(label, Map.of(), logger().getCopyOfPropertyMap());
            if (value != null) {
                labels.put(label, value);
            }
        }
        return labels;
    }

    private static @Nullable String value(String label, Map<String, String> ofThread, Map<String, String> ofProcess) {
        String value = ofThread.getOrDefault(label, ofProcess.getOrDefault(label, NONE));
        if (label.equals(ACTOR) && !ofThread.containsKey(ACTOR) && value.equals(NONE)) {
            return System.getProperty(STARTED_BY);
        }
        return value.equals(NONE) ? null : value;
    }
}
