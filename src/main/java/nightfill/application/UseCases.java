package nightfill.application;

import nightfill.application.audit.AuditBooks;
import nightfill.application.night.AbandonRun;
import nightfill.application.night.RunNight;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.PublishDirectory;
import nightfill.application.replay.ReplayNight;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Executions;
import nightfill.application.run.StopRun;
import nightfill.application.trace.OrderHistory;
import nightfill.application.upkeep.PurgeNights;

/** What the commands that need a database can ask for. */
public record UseCases(
        RunNight runNight,
        DeliverNights deliverNights,
        PublishDirectory publishDirectory,
        AbandonRun abandonRun,
        StopRun stopRun,
        Executions executions,
        OrderHistory orderHistory,
        ReportFolders folders,
        AuditBooks auditBooks,
        ReplayNight replayNight,
        PurgeNights purgeNights) {}
