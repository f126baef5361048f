package nightfill.application.replay;

import java.util.List;
import nightfill.domain.run.Run;

/**
 * What a replay came to.
 *
 * @param rows that its kept feeds have
 * @param reports that were compared
 * @param differences one line each
 */
public record Replayed(Run run, long rows, int reports, List<String> differences) {}
