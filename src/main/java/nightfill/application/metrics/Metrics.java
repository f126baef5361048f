package nightfill.application.metrics;

import java.util.Optional;
import nightfill.application.watch.Owner;

/**
 * What machines watch of nights, each figure from what is on record.
 *
 * @param night of the newest business date; nothing before the first one
 * @param finished the night that was finished last; nothing before the first one
 * @param deadline of the newest night that a scheduler has tried lately, and has said until when
 * @param request the newest one to run nights
 * @param owner of the run lock
 */
public record Metrics(
        Optional<NightFigures> night,
        Optional<FinishedFigures> finished,
        Unsettled unsettled,
        Optional<Deadline> deadline,
        Optional<LastRequest> request,
        Optional<Owner> owner) {}
