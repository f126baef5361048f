package nightfill.adapter.cli;

import nightfill.application.AbandonRun;
import nightfill.application.PurgeNights;
import nightfill.application.RunNight;
import nightfill.application.StopRun;
import nightfill.application.audit.AuditBooks;
import nightfill.application.port.Executions;
import nightfill.application.port.OrderHistory;
import nightfill.application.port.ReportFolders;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.PublishDirectory;
import nightfill.application.replay.ReplayNight;

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
