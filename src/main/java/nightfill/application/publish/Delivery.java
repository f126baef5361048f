package nightfill.application.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.application.night.NightRequest;

/**
 * Nights that are to be run, and where their reports are to arrive.
 *
 * @param pending whether every date that waits is to be run
 * @param afterRestore whether the nights that OUTPUT shows and the database does not know are to be run again before
 * @param since the oldest date that may be run as one that waits; nothing for that of the first night ever
 * @param directory in which the runs are to be published
 */
public record Delivery(
        NightRequest night,
        boolean pending,
        boolean afterRestore,
        Optional<Path> directory,
        Optional<LocalDate> since) {

    public Delivery(NightRequest night, boolean pending, boolean afterRestore, Optional<Path> directory) {
        this(night, pending, afterRestore, directory, Optional.empty());
    }
}
