package nightfill.adapter.files.reports;

import java.util.List;
import nightfill.application.figures.Tally;
import nightfill.application.report.Contents;
import nightfill.application.report.Report;
import nightfill.domain.proof.HashTotal;

/** Adds up the rows of a report. */
final class ContentSums {

    private final int quantity;
    private final HashTotal hashTotal = new HashTotal();
    private long rows;
    private long units;

    ContentSums(Report report) {
        quantity = report.header().indexOf("qty");
    }

    void add(List<String> row) {
        rows++;
        units += quantity < 0 ? 0 : Long.parseLong(row.get(quantity));
        hashTotal.add(row);
    }

    Contents contents() {
        return new Contents(new Tally(rows, units), hashTotal.toString());
    }
}
