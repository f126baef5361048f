package nightfill.adapter.files.reports;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nightfill.application.figures.Tally;
import nightfill.application.report.Contents;
import nightfill.application.report.Report;
import nightfill.domain.proof.Sha256;

/** Adds up the rows of a report. */
final class ContentSums {

    /** Stands in no field, for feeds have no control characters, and rejected rows show them as others. */
    private static final String BETWEEN = "\u001F";

    private static final int DIGITS = 15;

    private final int quantity;
    private Tally tally = Tally.NONE;
    private BigInteger hashes = BigInteger.ZERO;

    ContentSums(Report report) {
        quantity = report.header().indexOf("qty");
    }

    void add(List<String> row) {
        tally = tally.plus(new Tally(1, quantity < 0 ? 0 : Long.parseLong(row.get(quantity))));
        hashes = hashes.add(BigInteger.valueOf(hash(row)));
    }

    Contents contents() {
        return new Contents(tally, hashes.toString());
    }

    private long hash(List<String> row) {
        String hex = Sha256.of(String.join(BETWEEN, row).getBytes(StandardCharsets.UTF_8));
        return Long.parseLong(hex.substring(0, DIGITS), 16);
    }
}
