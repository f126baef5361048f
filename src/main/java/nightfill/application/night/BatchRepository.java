package nightfill.application.night;

import java.util.List;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Turn;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** The batches, and the lines that are allocated to them or wait for one. */
public interface BatchRepository {

    /** Keeps what was promised before the first night, before any line has its turn. */
    void keep(Run run, List<Allocated> promises);

    /** Opens the lines that wait for their turn in this run: those it has decided about already are left out. */
    Turns turns(Run run);

    /** Keeps what a run decided about lines that followed one another; doing so again changes nothing. */
    void record(Run run, List<? extends Decision> decisions);

    /** Waiting lines by turn, each with the stock of its SKU, all as of one moment. */
    interface Turns extends AutoCloseable {

        /** The next line, or null behind the last. */
        @Nullable
        Turn next();

        /** How far the last one was on the way, 0 to 1. */
        double share();

        @Override
        void close();
    }
}
