package nightfill.application.night;

import nightfill.application.feeds.InMemoryStaging;
import nightfill.application.feeds.Staging;
import nightfill.application.report.InMemoryReportSource;
import nightfill.application.report.ReportSource;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryRuns;
import nightfill.application.run.Runs;

/** All through which a night works on one database. */
public record NightPorts(Runs runs, Staging staging, Ledger ledger, BatchRepository batches, ReportSource reports) {

    public static NightPorts inMemory(InMemoryDatabase database) {
        return new NightPorts(
                new InMemoryRuns(database),
                new InMemoryStaging(database),
                new InMemoryLedger(database),
                new InMemoryBatchRepository(database),
                new InMemoryReportSource(database));
    }
}
