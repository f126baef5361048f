package nightfill.application.act;

import nightfill.domain.access.Act;

/**
 * What an act would do now.
 *
 * @param command the same on the command line; empty where it is not possible
 */
public record Preview(Act act, Target target, Verdict verdict, Seen seen, String command) {}
