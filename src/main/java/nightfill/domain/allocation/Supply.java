package nightfill.domain.allocation;

import java.time.LocalDate;
import java.util.Comparator;
import nightfill.domain.words.CodePointOrder;
import org.jspecify.annotations.Nullable;

/**
 * What one batch can still give. SQL twin: {@code SkuStocks}.
 *
 * @param batchId the repository's key of the batch, which the domain only hands back
 * @param eta none when the goods are in the warehouse
 * @param available in units: purchased less all lines allocated to the batch
 */
public record Supply(
        int batchId, String reference, @Nullable LocalDate eta, long available) {

    /** Warehouse first, then the earliest ETA, then by reference. */
    public static final Comparator<Supply> PREFERENCE = Comparator.comparing(
                    Supply::eta, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Supply::reference, CodePointOrder.INSTANCE);
}
