package nightfill.application.night;

import java.util.List;
import nightfill.domain.run.Run;

/**
 * How the run of a date ended well.
 *
 * @param alreadyFinished whether there was nothing left to do
 * @param notes what people should know, one line each
 */
public record NightOutcome(Run run, boolean alreadyFinished, List<String> notes) {}
