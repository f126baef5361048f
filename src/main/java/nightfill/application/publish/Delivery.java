package nightfill.application.publish;

import java.nio.file.Path;
import java.util.Optional;
import nightfill.application.NightOrder;

/**
 * Nights that are to be run, and where their reports are to arrive.
 *
 * @param pending whether every date that waits is to be run
 * @param directory in which the runs are to be published
 */
public record Delivery(NightOrder night, boolean pending, Optional<Path> directory) {}
