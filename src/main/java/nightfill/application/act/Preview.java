package nightfill.application.act;

import java.util.Optional;
import nightfill.application.compare.CompareInput.Compared;
import nightfill.domain.access.Act;

/**
 * What an act would do now.
 *
 * @param command the same on the command line; empty where it is not possible
 * @param input how it compares with what a run accepted that is to be taken up
 */
public record Preview(Act act, Target target, Verdict verdict, Seen seen, String command, Optional<Compared> input) {}
