package nightfill.adapter.page;

import java.time.LocalDate;
import java.util.List;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.SilentBatches.SilentBatch;
import nightfill.application.figures.Summary;
import nightfill.domain.words.Eta;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;

/** The batches about which purchasing has said nothing for long. */
record SilentView(String text, List<Row> rows) {

    record Row(SilentBatch batch, String eta) {}

    boolean any() {
        return !rows.isEmpty();
    }

    static SilentView of(NightPage night) {
        List<Row> rows = night.silent().longest().stream()
                .map(batch -> new Row(batch, eta(batch.eta())))
                .toList();
        Summary.Purchasing purchasing = night.tonight().purchasing();
        int nights = purchasing == null ? 0 : purchasing.silentNights();
        return new SilentView(text(night.silent().batches(), rows.size(), nights), rows);
    }

    private static String text(long batches, int shown, int nights) {
        String all = "%s with goods that have not left, and no accepted row in %s."
                .formatted(
                        batches == 1 ? "1 batch" : Numbers.grouped(batches) + " batches",
                        nights == 1 ? "this night" : "the last " + nights + " nights");
        return batches <= shown ? all : all + " The %d heard of least lately:".formatted(shown);
    }

    private static String eta(@Nullable LocalDate eta) {
        return eta == null ? "in the warehouse" : Eta.text(eta);
    }
}
