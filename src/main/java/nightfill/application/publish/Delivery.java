package nightfill.application.publish;

import java.nio.file.Path;
import java.util.Optional;
import nightfill.application.night.NightRequest;

/**
 * Nights that are to be run, and where their reports are to arrive.
 *
 * @param pending whether every date that waits is to be run
 * @param afterRestore whether the nights that OUTPUT shows and the database does not know are to be run again before
 * @param directory in which the runs are to be published
 */
public record Delivery(NightRequest night, boolean pending, boolean afterRestore, Optional<Path> directory) {}
