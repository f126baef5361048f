package nightfill.application.figures;

import java.time.LocalDate;
import java.util.List;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/**
 * Batches with goods that have not left, about which purchasing has said nothing for some nights.
 *
 * @param batches how many
 * @param longest those of them that were heard of least lately
 */
public record SilentBatches(long batches, List<SilentBatch> longest) {

    public static final SilentBatches NONE = new SilentBatches(0, List.of());

    /**
     * One of them.
     *
     * @param left units that are promised or free
     * @param promised the units of it that lines wait for
     * @param heard the last run whose feed named it and was right about it
     */
    public record SilentBatch(
            String reference, String sku, @Nullable LocalDate eta, long left, long promised, RunName heard) {}
}
