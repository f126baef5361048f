package nightfill.application.night;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import nightfill.domain.words.Likeness;
import nightfill.domain.words.Shortened;
import nightfill.domain.words.Visible;

/** Points out SKUs that are hardly what their senders meant. */
record SkuRemarks(Runs runs, Run run) {

    private static final int NAMED = 10;

    void remark(Ledger.Skus skus) {
        pointOut(alike(skus), "SKUs of open lines look like known ones");
        pointOut(
                skus.fedWith("+").stream()
                        .filter(Shortened::isNumber)
                        .map(
                                "SKU %s looks like a number that a spreadsheet has shortened: have the column sent as text"
                                        ::formatted)
                        .toList(),
                "SKUs look like numbers that a spreadsheet has shortened");
    }

    private void pointOut(List<String> texts, String more) {
        texts.stream().limit(NAMED).forEach(text -> runs.warn(run, text));
        if (texts.size() > NAMED) {
            runs.warn(run, "%d more %s".formatted(texts.size() - NAMED, more));
        }
    }

    private List<String> alike(Ledger.Skus skus) {
        Map<String, String> known = likeKnown(skus);
        return skus.waiting(List.copyOf(known.keySet())).stream()
                .map(sku -> "SKU %s is not known, but looks like %s: %s"
                        .formatted(
                                Visible.shown(sku),
                                Visible.shown(known.getOrDefault(sku, "")),
                                Likeness.difference(sku, known.getOrDefault(sku, ""))))
                .toList();
    }

    /** Each SKU without a batch that looks like one that has some, and the first of those. */
    private static Map<String, String> likeKnown(Ledger.Skus skus) {
        Map<String, List<String>> unknown = new HashMap<>();
        skus.withoutBatch()
                .forEach(sku -> unknown.computeIfAbsent(Likeness.key(sku), key -> new ArrayList<>())
                        .add(sku));
        Map<String, String> alike = new TreeMap<>();
        if (!unknown.isEmpty()) {
            skus.forEachWithBatch(sku -> unknown.getOrDefault(Likeness.key(sku), List.of())
                    .forEach(like -> alike.merge(like, sku, (one, other) -> one.compareTo(other) <= 0 ? one : other)));
        }
        return alike;
    }
}
