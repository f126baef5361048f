package nightfill.application.act;

import java.nio.file.Path;
import java.util.Optional;
import nightfill.domain.access.Act;
import nightfill.domain.access.Actor;

/**
 * A person asks for an act.
 *
 * @param seen what they saw when they decided
 * @param directory to publish in, where it is about one
 */
public record Press(Act act, Actor actor, Seen seen, String note, Optional<Path> directory) {}
