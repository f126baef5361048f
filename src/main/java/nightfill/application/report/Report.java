package nightfill.application.report;

import static nightfill.application.report.ReportColumn.column;
import static nightfill.application.report.ReportColumn.oneOf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.report.ReportColumn.Kind;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;

/** The CSV reports of a run, each in a total order. */
public enum Report {
    ALLOCATIONS(
            "allocations.csv",
            "Order lines that the run allocated",
            ofLine(column("batchref", Kind.BATCH), column("eta", Kind.ETA).orEmpty())),
    UNALLOCATED(
            "unallocated.csv",
            "Order lines open after the run",
            ofLine(oneOf("reason", ShortageReason.values()), column("since", Kind.DATE))),
    RELEASED(
            "released.csv",
            "Order lines that lost their batch, and open ones cancelled",
            ofLine(column("batchref", Kind.BATCH).orEmpty(), oneOf("cause", "BATCH_REDUCED", "CANCELLED"))),
    PROMISES(
            "promises.csv",
            "Order lines allocated before the run whose batch or ETA is now another",
            ofLine(
                    column("ref_before", Kind.BATCH),
                    column("eta_before", Kind.ETA).orEmpty(),
                    column("ref_after", Kind.BATCH).orEmpty(),
                    column("eta_after", Kind.ETA).orEmpty(),
                    oneOf("cause", "LOST", "ARRIVED", "DELAYED", "EARLIER", "MOVED"))),
    STOCK(
            "stock.csv",
            "Batches after the run",
            List.of(
                    column("ref", Kind.IDENTIFIER),
                    column("sku", Kind.IDENTIFIER),
                    column("qty", Kind.STOCK),
                    column("eta", Kind.ETA).orEmpty(),
                    column("allocated", Kind.STOCK),
                    column("dispatched", Kind.STOCK),
                    column("available", Kind.STOCK))),
    REJECTS(
            "rejects.csv",
            "Rows of the feeds that were not accepted",
            List.of(
                    oneOf(
                            "file",
                            Arrays.stream(Feed.values()).map(Feed::fileName).toArray(String[]::new)),
                    column("line", Kind.NUMBER),
                    oneOf("reason", RejectReason.values()),
                    column("detail", Kind.TEXT),
                    column("row", Kind.TEXT))),
    CONTROL_TOTALS(
            "control-totals.csv",
            "Sums that must balance",
            List.of(
                    column("check", Kind.TEXT),
                    column("expected", Kind.SUM),
                    column("actual", Kind.SUM),
                    oneOf("status", "OK", "DIFFERENT")));

    private static final List<String> LINE = List.of("orderid", "line", "sku", "qty");

    private final String fileName;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a copy, which nobody can change
    private final List<ReportColumn> columns;

    Report(String fileName, String title, List<ReportColumn> columns) {
        this.fileName = fileName;
        this.title = title;
        this.columns = List.copyOf(columns);
    }

    public String fileName() {
        return fileName;
    }

    /** What the rows are about. */
    public String title() {
        return title;
    }

    /** The names of the columns. */
    public List<String> header() {
        return columns.stream().map(ReportColumn::name).toList();
    }

    public List<ReportColumn> columns() {
        return columns;
    }

    /** The columns that distinguish a row from all others. */
    public List<String> key() {
        return switch (this) {
            case ALLOCATIONS, UNALLOCATED, RELEASED, PROMISES -> LINE;
            case STOCK -> List.of("ref");
            case REJECTS -> List.of("file", "line");
            case CONTROL_TOTALS -> List.of("check");
        };
    }

    private static List<ReportColumn> ofLine(ReportColumn... more) {
        Stream<ReportColumn> line = Stream.of(
                column("orderid", Kind.IDENTIFIER),
                column("line", Kind.IDENTIFIER).orEmpty(),
                column("sku", Kind.IDENTIFIER),
                column("qty", Kind.QUANTITY));
        return Stream.concat(line, Stream.of(more)).toList();
    }
}
