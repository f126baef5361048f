package nightfill.application;

import nightfill.application.access.AuditTrail;
import nightfill.application.access.Audited;
import nightfill.application.access.ManageAccounts;
import nightfill.application.access.RetryPlans;
import nightfill.application.access.VerifyTrail;
import nightfill.application.audit.AuditBooks;
import nightfill.application.night.AbandonRun;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.PublishDirectory;
import nightfill.application.replay.ReplayNight;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Executions;
import nightfill.application.run.StopRun;
import nightfill.application.trace.OrderHistory;
import nightfill.application.upkeep.PurgeNights;

/** What can be asked for where there is a database. */
public record UseCases(
        Nights nights,
        Books books,
        PublishDirectory publishDirectory,
        Upkeep upkeep,
        ReportFolders folders,
        Trail trail) {

    /** Sets nights going, ends them, and says how they went. */
    public record Nights(DeliverNights deliver, AbandonRun abandon, StopRun stop, Executions executions) {}

    /** Looks into what nights have left. */
    public record Books(AuditBooks audit, ReplayNight replay, OrderHistory history) {}

    /** Looks after what was kept, and after those who may look at it. */
    public record Upkeep(PurgeNights purge, ManageAccounts accounts) {}

    /** Says who asked for what, and what came of it. */
    public record Trail(Audited audited, AuditTrail entries, VerifyTrail verify, RetryPlans retries) {}
}
