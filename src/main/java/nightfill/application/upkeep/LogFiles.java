package nightfill.application.upkeep;

import java.io.IOException;
import java.time.LocalDate;

/** The log of this and earlier days. */
public interface LogFiles {

    /**
     * Removes the files of the days before a day; never the one that is being written.
     *
     * @return how many files
     */
    int removeBefore(LocalDate day) throws IOException;
}
