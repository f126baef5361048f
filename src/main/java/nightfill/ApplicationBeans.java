package nightfill;

import java.util.List;
import nightfill.application.UseCases;
import nightfill.application.access.Audited;
import nightfill.application.access.VerifyTrail;
import nightfill.application.audit.AuditBooks;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.night.AbandonRun;
import nightfill.application.night.RunNight;
import nightfill.application.night.RunPending;
import nightfill.application.night.TakeEffect;
import nightfill.application.night.WorkUnderLock;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.PruneDirectory;
import nightfill.application.publish.PublishDirectory;
import nightfill.application.publish.PublishPlaces;
import nightfill.application.publish.PublishRuns;
import nightfill.application.replay.ReplayNight;
import nightfill.application.report.AuditRun;
import nightfill.application.report.WriteReports;
import nightfill.application.restore.RunAfterRestore;
import nightfill.application.run.StopRun;
import nightfill.application.sync.SyncFiles;
import nightfill.application.sync.Synchronize;
import nightfill.application.upkeep.PurgeNights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases, each made of the ports and use cases that its constructor asks for. */
@Configuration(proxyBeanMethods = false)
class ApplicationBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            AcceptFeeds.class,
            TakeEffect.class,
            AuditRun.class,
            WriteReports.class,
            WorkUnderLock.class,
            RunNight.Means.class,
            RunNight.class,
            RunPending.class,
            RunAfterRestore.class,
            AbandonRun.class,
            StopRun.class,
            Synchronize.class,
            PublishRuns.class,
            PruneDirectory.class,
            PublishDirectory.class,
            DeliverNights.class,
            AuditBooks.class,
            ReplayNight.class,
            PurgeNights.class,
            Audited.class,
            VerifyTrail.class,
            UseCases.Nights.class,
            UseCases.Books.class,
            UseCases.Upkeep.class,
            UseCases.Trail.class,
            UseCases.class);

    @Bean
    PublishPlaces publishPlaces(SyncFiles files, Settings settings) {
        return new PublishPlaces(files, settings.kept());
    }
}
