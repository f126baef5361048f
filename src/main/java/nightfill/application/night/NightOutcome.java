package nightfill.application.night;

import java.util.List;
import nightfill.application.run.Input;
import nightfill.domain.run.Run;

/**
 * How the run of a date ended well.
 *
 * @param alreadyFinished whether there was nothing left to do
 * @param neverRun where feeds of earlier dates are that were never run, and wait
 * @param leftAlone likewise, those that are from before the first night ever
 * @param notes what people should know, one line each
 */
public record NightOutcome(
        Run run, boolean alreadyFinished, List<Input> neverRun, List<Input> leftAlone, List<String> notes) {}
