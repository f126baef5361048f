package nightfill.application.report;

import java.util.List;
import java.util.function.Consumer;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.SilentBatches;
import nightfill.domain.run.Run;

/** What there is to report of a run that has allocated; every call takes part in the caller's transaction. */
public interface ReportSource {

    /**
     * Passes on a report's rows in its order, each with the values of its columns.
     *
     * @return the hash total of the rows that were passed on; see {@link Contents#hashTotal}
     */
    String forEachRow(Run run, Report report, Consumer<List<String>> action);

    /** About how many rows all reports will have, from what is known without counting them. */
    long expectedRows(Run run);

    /** Counts the order lines alone, for which nothing is gathered that other calls share. */
    NightTotals.Lines lines(Run run);

    /** Counts all else, beside the order lines, which are counted already. */
    NightTotals totals(Run run, NightTotals.Lines lines);

    NightDetail detail(Run run);

    /** The batches with goods about which purchasing has said nothing in as many nights as the run's terms say. */
    SilentBatches silent(Run run);

    /** What people should know, in the order in which it was found; of very many, how many more there are. */
    List<String> warnings(Run run);
}
