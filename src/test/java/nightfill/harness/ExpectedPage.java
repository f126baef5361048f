package nightfill.harness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.words.CodePointOrder;
import nightfill.harness.CsvNight.Row;

/** What the tables of a night's page must show, worked out from its CSV reports and those of the night before. */
public record ExpectedPage(CsvNight night) {

    private static final List<String> REASONS = List.of("UNKNOWN_SKU", "SHORT", "NO_SINGLE_BATCH");

    /** The tables' cells by section, each row's joined by bars; of a row's heading, what comes before the explanation. */
    public Map<String, List<String>> tables() {
        return Map.of(
                "outcome", tookPart() == 0 ? List.of() : outcome(),
                "figures", figures(),
                "short", worst(),
                "stock", stock(),
                "ageing", night.lines("unallocated.csv", ExpectedPage::every) == 0 ? List.of() : ageing(),
                "promises", promises(),
                "rejects", rejects(),
                "controls", controls());
    }

    /** Allocated / (allocated + still open), as the page tells it. */
    public List<String> fillRates() {
        return Stream.<ToLongFunction<String>>of(
                        report -> night.lines(report, ExpectedPage::every),
                        report -> night.sum(report, "qty", ExpectedPage::every))
                .map(count -> percent(count.applyAsLong("allocations.csv"), count.applyAsLong("unallocated.csv")))
                .toList();
    }

    private static boolean every(Row row) {
        return true;
    }

    private static String percent(long allocated, long open) {
        return allocated + open == 0
                ? "\u2013"
                : BigDecimal.valueOf(100 * allocated).divide(BigDecimal.valueOf(allocated + open), 1, RoundingMode.DOWN)
                        + "%";
    }

    private long tookPart() {
        return night.lines("allocations.csv", ExpectedPage::every)
                + night.lines("unallocated.csv", ExpectedPage::every);
    }

    private List<String> outcome() {
        List<String> rows = new ArrayList<>();
        rows.add(both("Allocated", "allocations.csv", ExpectedPage::every));
        REASONS.forEach(reason -> rows.add(both(reason, "unallocated.csv", row -> row.has("reason", reason))));
        if (night.summary().get("lines").get("leftWithoutBatch").asLong() > 0) {
            rows.add(row("Left without a batch", told("leftWithoutBatch", "lines"), told("leftWithoutBatch", "units")));
        }
        return rows;
    }

    private List<String> figures() {
        return List.of(
                row("Open before", told("openBefore", "lines"), told("openBefore", "units")),
                row("Loaded", told("loaded", "lines"), told("loaded", "units")),
                both("Released or cancelled off a batch", "released.csv", row -> !row.has("batchref", "")),
                both("Cancelled", "released.csv", row -> row.has("cause", "CANCELLED")),
                row("Dispatched", told("dispatched", "lines"), measure(ExpectedPage::dispatchedUnits)),
                both("Allocated", "allocations.csv", ExpectedPage::every),
                both("Still open", "unallocated.csv", ExpectedPage::every));
    }

    private static long dispatchedUnits(CsvNight night) {
        return night.sum("stock.csv", "dispatched", ExpectedPage::every)
                - night.previous()
                        .map(before -> before.sum("stock.csv", "dispatched", ExpectedPage::every))
                        .orElse(0L);
    }

    private List<String> worst() {
        return night.rows("unallocated.csv").collect(Collectors.groupingBy(row -> row.of("sku"))).values().stream()
                .sorted(Comparator.comparingLong((List<Row> open) -> -units(open))
                        .thenComparing(ExpectedPage::since)
                        .thenComparing(open -> open.get(0).of("sku"), CodePointOrder.INSTANCE))
                .limit(10)
                .map(open -> worst(open.get(0).of("sku"), open))
                .toList();
    }

    private String worst(String sku, List<Row> open) {
        Predicate<Row> ofSku = row -> row.has("sku", sku);
        long days = days(since(open));
        return row(
                sku,
                grouped(units(open)),
                grouped(open.size()),
                grouped(night.sum("stock.csv", "available", ofSku)),
                "%s (%s)".formatted(since(open), days == 0 ? "tonight" : days == 1 ? "1 day" : days + " days"),
                eta(ofSku));
    }

    private String eta(Predicate<Row> ofSku) {
        List<String> etas = night.rows("stock.csv")
                .filter(ofSku)
                .filter(batch -> batch.number("qty") > batch.number("dispatched"))
                .map(batch -> batch.of("eta"))
                .filter(eta -> !eta.isEmpty())
                .sorted()
                .toList();
        String late = etas.stream()
                .findFirst()
                .filter(eta -> eta.compareTo(night.date()) < 0)
                .map("overdue since "::concat)
                .orElse("");
        String next = etas.stream()
                .filter(eta -> eta.compareTo(night.date()) >= 0)
                .findFirst()
                .orElse("");
        String told = next.isEmpty() || late.isEmpty() ? next + late : next + ", " + late;
        return told.isEmpty() ? "none" : told;
    }

    private List<String> stock() {
        return List.of(
                stock("In the warehouse", (row, date) -> row.has("eta", "")),
                stock("At sea, due", (row, date) -> row.of("eta").compareTo(date) >= 0),
                stock(
                        "At sea, overdue",
                        (row, date) -> !row.has("eta", "") && row.of("eta").compareTo(date) < 0),
                stock("In all", (row, date) -> true));
    }

    /** Tells of a batch whether it counts on a date. */
    private interface There {
        boolean is(Row batch, String date);
    }

    private String stock(String where, There there) {
        Predicate<Row> here = batch -> there.is(batch, night.date());
        return row(
                where,
                measure(of -> of.sum("stock.csv", "qty", batch -> there.is(batch, of.date()))
                        - of.sum("stock.csv", "dispatched", batch -> there.is(batch, of.date()))),
                grouped(night.lines("stock.csv", here.and(batch -> batch.number("qty") > batch.number("dispatched")))),
                grouped(night.sum("stock.csv", "allocated", here)),
                grouped(night.sum("stock.csv", "available", here)));
    }

    private List<String> ageing() {
        return List.of(
                ageing("Since tonight", 0, 0),
                ageing("1\u20132 days", 1, 2),
                ageing("3\u20137 days", 3, 7),
                ageing("8\u201330 days", 8, 30),
                ageing("More than 30 days", 31, Long.MAX_VALUE));
    }

    private String ageing(String age, long first, long last) {
        Predicate<Row> aged = line -> days(line.of("since")) >= first && days(line.of("since")) <= last;
        return row(
                age, grouped(night.lines("unallocated.csv", aged)), grouped(night.sum("unallocated.csv", "qty", aged)));
    }

    private List<String> promises() {
        return Stream.of("LOST", "DELAYED", "MOVED", "EARLIER", "ARRIVED")
                .filter(cause -> night.lines("promises.csv", row -> row.has("cause", cause)) > 0)
                .map(cause -> row(
                        cause,
                        grouped(night.lines("promises.csv", row -> row.has("cause", cause))),
                        grouped(night.sum("promises.csv", "qty", row -> row.has("cause", cause)))))
                .toList();
    }

    private List<String> rejects() {
        return night
                .rows("rejects.csv")
                .collect(Collectors.groupingBy(row -> row.of("file") + ": " + row.of("reason"), Collectors.counting()))
                .entrySet()
                .stream()
                .map(reason -> row(reason.getKey(), grouped(reason.getValue())))
                .sorted()
                .toList();
    }

    private List<String> controls() {
        return night.rows("control-totals.csv")
                .map(row -> row(
                        row.of("check"), quantity(row.of("expected")), quantity(row.of("actual")), row.of("status")))
                .toList();
    }

    private String both(String name, String report, Predicate<Row> which) {
        return row(name, measure(of -> of.lines(report, which)), measure(of -> of.sum(report, "qty", which)));
    }

    private String told(String figure, String side) {
        return measure(of -> of.summary().get(side).get(figure).asLong());
    }

    /** A figure, and its change. */
    private String measure(ToLongFunction<CsvNight> figure) {
        long tonight = figure.applyAsLong(night);
        return night.previous()
                .map(before -> grouped(tonight) + " " + change(tonight - figure.applyAsLong(before)))
                .orElse(grouped(tonight));
    }

    private static String change(long change) {
        return change == 0 ? "\u00b10" : (change > 0 ? "+" : "") + grouped(change);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace('-', '\u2212');
    }

    /** A hash total, whose digits are more, stands as it is. */
    private static String quantity(String number) {
        return number.length() > 15 ? number : grouped(Long.parseLong(number));
    }

    private long days(String since) {
        return Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(since), LocalDate.parse(night.date())));
    }

    private static long units(List<Row> rows) {
        return rows.stream().mapToLong(row -> row.number("qty")).sum();
    }

    private static String since(List<Row> rows) {
        return rows.stream()
                .map(row -> row.of("since"))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String row(String... cells) {
        return String.join(" | ", cells);
    }
}
