package nightfill.application.look;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.domain.run.RunName;

/** The files of runs in OUTPUT; nothing is reached through a link below it. */
public interface InstalledFiles {

    /** Where a run's files are, or were. */
    Path place(RunName run);

    /**
     * Opens a file of a run; nothing where there is none, or something else of that name.
     *
     * @throws nightfill.application.problem.Problem (failed) when it cannot be read
     */
    Optional<Opened> open(RunName run, RunFile file);

    /**
     * Opens the rejects of the last refused night of a date; nothing where there are none.
     *
     * @throws nightfill.application.problem.Problem (failed) when they cannot be read
     */
    Optional<Opened> openRefused(LocalDate date);

    /** A file that somebody reads. */
    interface Opened extends AutoCloseable {

        /** How many bytes it has. */
        long bytes() throws IOException;

        /** The first bytes, or all where there are not more, as UTF-8. */
        String beginning(int most) throws IOException;

        /** All of them, from the first one on. */
        void copyTo(OutputStream stream) throws IOException;

        @Override
        void close() throws IOException;
    }
}
