package nightfill;

import java.util.List;
import nightfill.adapter.files.reports.FilesystemInstalledFiles;
import nightfill.adapter.postgres.watch.PostgresNames;
import nightfill.adapter.postgres.watch.PostgresOrderRecords;
import nightfill.adapter.postgres.watch.PostgresRunFiles;
import nightfill.adapter.web.console.look.BatchPage;
import nightfill.adapter.web.console.look.FilePage;
import nightfill.adapter.web.console.look.FindPage;
import nightfill.adapter.web.console.look.OrderPage;
import nightfill.adapter.web.console.look.RejectsPage;
import nightfill.adapter.web.console.look.ReportsPage;
import nightfill.adapter.web.console.look.SkuPage;
import nightfill.adapter.web.console.look.TrendsPage;
import nightfill.application.look.CheckFiles;
import nightfill.application.look.InstalledFiles;
import nightfill.application.look.LookUp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people look up in the console. */
@Configuration(proxyBeanMethods = false)
class LookBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            PostgresNames.class,
            PostgresOrderRecords.class,
            PostgresRunFiles.class,
            LookUp.class,
            CheckFiles.class,
            FindPage.class,
            OrderPage.class,
            BatchPage.class,
            SkuPage.class,
            RejectsPage.class,
            TrendsPage.class,
            ReportsPage.class,
            FilePage.class);

    @Bean
    InstalledFiles installedFiles(Settings settings) {
        return new FilesystemInstalledFiles(settings.output(), settings.home());
    }
}
