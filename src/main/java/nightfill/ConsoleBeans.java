package nightfill;

import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.adapter.files.FilesystemSetupNotice;
import nightfill.adapter.launch.ProcessNightStarter;
import nightfill.adapter.postgres.access.PostgresAccounts;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.server.PostgresLoss;
import nightfill.adapter.web.FailurePages;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.StaticFiles;
import nightfill.adapter.web.console.Ahead;
import nightfill.adapter.web.console.AttendPage;
import nightfill.adapter.web.console.AuditPage;
import nightfill.adapter.web.console.Behind;
import nightfill.adapter.web.console.NightsPage;
import nightfill.adapter.web.console.RunPage;
import nightfill.adapter.web.console.account.LogInPage;
import nightfill.adapter.web.console.act.ActDesk;
import nightfill.adapter.web.console.act.DateActPage;
import nightfill.adapter.web.console.act.RunActPage;
import nightfill.adapter.web.console.act.StartPage;
import nightfill.adapter.web.security.KnownAccounts;
import nightfill.adapter.web.security.SecurityConfiguration;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.SetupNotice;
import nightfill.application.act.Acts;
import nightfill.application.act.NightStarter;
import nightfill.application.act.Places;
import nightfill.application.problem.ProblemWording;
import nightfill.application.sampling.Sampling;
import nightfill.application.watch.SignNote;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the console is made of. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import({
    AccessBeans.class,
    WatchBeans.class,
    MetricsBeans.class,
    LogInBeans.class,
    LookBeans.class,
    ProgramBeans.class,
    SecurityConfiguration.class
})
class ConsoleBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = SpringProgram.together(List.of(
            AccessBeans.PLAIN,
            WatchBeans.PLAIN,
            MetricsBeans.PLAIN,
            LogInBeans.PLAIN,
            AccountBeans.PLAIN,
            LookBeans.PLAIN,
            ProgramBeans.PLAIN,
            List.of(
                    Pages.class,
                    StaticFiles.class,
                    PostgresLoss.class,
                    Sampling.class,
                    FailurePages.class,
                    Acts.Looks.class,
                    Acts.class,
                    ActDesk.class,
                    RunActPage.class,
                    DateActPage.class,
                    StartPage.class,
                    LogInPage.class,
                    NightsPage.Sources.class,
                    NightsPage.class,
                    SignNote.class,
                    AttendPage.class,
                    Ahead.class,
                    Behind.class,
                    RunPage.Sources.class,
                    RunPage.class,
                    AuditPage.class)));

    @Bean
    AuditTrail auditTrail(@Qualifier("readingPool") DataSource pool, Database database) {
        return new PostgresAuditTrail(JdbcClient.create(pool), database.connection());
    }

    /** Those who look are not to wait for those who work. */
    @Bean
    KnownAccounts knownAccounts(@Qualifier("readingPool") DataSource pool, Sampling sampling) {
        return new KnownAccounts(new PostgresAccounts(JdbcClient.create(pool), Runnable::run), sampling);
    }

    @Bean
    Places places(Console.Nights nights) {
        return nights.places();
    }

    @Bean
    NightStarter nightStarter(Console.Nights nights, Settings settings) {
        return new ProcessNightStarter(nights.launcher(), settings.home().resolve("logs"));
    }

    @Bean
    SetupNotice setupNotice(Settings settings) {
        return new FilesystemSetupNotice(settings.setupCode());
    }

    @Bean
    ProblemWording problemWording() {
        return ProblemText::line;
    }

    @Bean
    ZoneId zone(Settings settings) {
        return settings.zone();
    }
}
