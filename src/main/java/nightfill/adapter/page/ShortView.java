package nightfill.adapter.page;

import java.time.LocalDate;
import java.util.List;
import nightfill.application.figures.Ageing;
import nightfill.application.figures.NightDetail.ShortSku;
import nightfill.application.figures.NightPage;
import nightfill.domain.words.Eta;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;

/** The SKUs that hurt most. */
record ShortView(String text, List<Row> rows) {

    record Row(ShortSku sku, String bar, String waiting, String eta) {}

    static ShortView of(NightPage night) {
        List<ShortSku> worst = night.detail().worst();
        long most = worst.stream().mapToLong(sku -> sku.open().units()).max().orElse(0);
        return new ShortView(
                text(night.detail().shortSkus(), worst.size()),
                worst.stream()
                        .map(sku -> row(sku, most, night.tonight().identity().date()))
                        .toList());
    }

    private static String text(long skus, int shown) {
        return skus <= shown
                ? "%s with open lines.".formatted(Numbers.count(skus, "SKU"))
                : "The %d with the most open units, of %s with open lines."
                        .formatted(shown, Numbers.count(skus, "SKU"));
    }

    private static Row row(ShortSku sku, long most, LocalDate date) {
        return new Row(
                sku,
                BarChart.bare("tone-two", sku.open().units(), most),
                waiting(Ageing.days(sku.since(), date)),
                eta(sku.nextEta(), sku.overdueSince()));
    }

    private static String waiting(long days) {
        return days == 0 ? "tonight" : Numbers.count(days, "day");
    }

    private static String eta(@Nullable LocalDate next, @Nullable LocalDate overdue) {
        String late = overdue == null ? "" : "overdue since " + overdue;
        if (next == null) {
            return late.isEmpty() ? "none" : late;
        }
        return late.isEmpty() ? Eta.text(next) : Eta.text(next) + ", " + late;
    }
}
