package nightfill.application.report;

import java.util.List;

/** The CSV reports of a run, each in a total order. */
public enum Report {
    ALLOCATIONS("allocations.csv"),
    UNALLOCATED("unallocated.csv"),
    RELEASED("released.csv"),
    PROMISES("promises.csv"),
    STOCK("stock.csv"),
    REJECTS("rejects.csv"),
    CONTROL_TOTALS("control-totals.csv");

    private final String fileName;

    Report(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    public List<String> columns() {
        return switch (this) {
            case ALLOCATIONS -> List.of("orderid", "line", "sku", "qty", "batchref", "eta");
            case UNALLOCATED -> List.of("orderid", "line", "sku", "qty", "reason", "since");
            case RELEASED -> List.of("orderid", "line", "sku", "qty", "batchref", "cause");
            case PROMISES ->
                List.of("orderid", "line", "sku", "qty", "ref_before", "eta_before", "ref_after", "eta_after", "cause");
            case STOCK -> List.of("ref", "sku", "qty", "eta", "allocated", "dispatched", "available");
            case REJECTS -> List.of("file", "line", "reason", "detail", "row");
            case CONTROL_TOTALS -> List.of("check", "expected", "actual", "status");
        };
    }
}
