package nightfill.application.night;

import java.util.List;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** The batches, and the lines that are allocated to them or wait for one. */
public interface BatchRepository {

    /** Opens the lines that wait for their turn in this run: those it has decided about already are left out. */
    Turns turns(Run run);

    /** Keeps what a run decided; doing so again changes nothing. */
    void record(Run run, List<? extends Decision> decisions);

    /** Waiting lines, SKU by SKU, those of one SKU by turn; all as of one moment. */
    interface Turns extends AutoCloseable {

        /** How many lines there are in all. */
        long size();

        /** The next line, or null behind the last. */
        @Nullable
        OpenLine next();

        /** All batches of the SKU of a line that {@link #next} has just returned for the first time. */
        List<Supply> supplies(String sku);

        @Override
        void close();
    }
}
