package nightfill.application.urgent;

import java.util.List;
import java.util.Optional;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;

/** The repository of lines that are allocated at once; each call takes part in the caller's transaction. */
public interface UrgentLines {

    /** The run that is unfinished; where there is none, none is opened before the transaction ends. */
    Optional<Run> unfinished();

    /** The line that a client asked for under a key; nobody else asks under it before the transaction ends. */
    Optional<OrderLine> asked(String client, String key);

    /** What all batches of a SKU have left; no other line of it is allocated at once before the transaction ends. */
    List<Supply> supplies(String sku);

    /** What is known of a line, if anything is. */
    Optional<UrgentAnswer> known(OrderLine line);

    /** Keeps what was decided. */
    void keep(UrgentRequest request, String batchReference);
}
