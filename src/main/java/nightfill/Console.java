package nightfill;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nightfill.adapter.cli.CommandContext.ConsolePlace;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.adapter.files.FilesystemSetupNotice;
import nightfill.adapter.postgres.access.PostgresAccounts;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.server.PostgresLoss;
import nightfill.adapter.web.FailurePages;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.StaticFiles;
import nightfill.adapter.web.console.AuditPage;
import nightfill.adapter.web.console.LogInPage;
import nightfill.adapter.web.console.NightsPage;
import nightfill.adapter.web.console.RunPage;
import nightfill.adapter.web.security.KnownAccounts;
import nightfill.adapter.web.security.SecurityConfiguration;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.SetUp;
import nightfill.application.access.SetupNotice;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.problem.Remedy;
import nightfill.application.sampling.Sampling;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The admin console as a program: a web server over a database whose tables are up to date; it works no night itself. */
public class Console implements AutoCloseable {

    private static final List<Class<?>> PLAIN = SpringProgram.together(List.of(
            AccessBeans.PLAIN,
            WatchBeans.PLAIN,
            LogInBeans.PLAIN,
            AccountBeans.PLAIN,
            LookBeans.PLAIN,
            List.of(
                    Pages.class,
                    StaticFiles.class,
                    PostgresLoss.class,
                    Sampling.class,
                    FailurePages.class,
                    LogInPage.class,
                    NightsPage.class,
                    RunPage.class,
                    AuditPage.class)));

    private final ConfigurableApplicationContext context;
    private final ConsolePlace place;

    private Console(ConfigurableApplicationContext context, ConsolePlace place) {
        this.context = context;
        this.place = place;
    }

    /** @throws Problem (refused) when somebody else listens there */
    static Console start(Settings settings, Database database, ConsolePlace place) {
        return start(settings, database, place, Clock.system(settings.zone()));
    }

    /** The same at another time. */
    static Console start(Settings settings, Database database, ConsolePlace place, Clock clock) {
        try {
            SpringProgram program =
                    new SpringProgram(Beans.class, WebApplicationType.SERVLET, properties(place), PLAIN);
            return new Console(
                    program.over(settings, database)
                            .initializers(context ->
                                    ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
                            .run(),
                    place);
        } catch (PortInUseException e) {
            throw Problem.refused(
                    "port %d of %s is taken".formatted(place.port(), place.address()),
                    Remedy.mend("end what listens there, or name another one with --port"));
        }
    }

    private static Map<String, Object> properties(ConsolePlace place) {
        return Map.of(
                "server.address",
                place.address(),
                "server.port",
                place.port(),
                "server.forward-headers-strategy",
                place.behindProxy() ? "native" : "none",
                "server.servlet.session.cookie.name",
                "__Host-nightfill",
                "server.servlet.session.cookie.path",
                "/",
                "server.servlet.session.cookie.secure",
                true,
                "server.servlet.session.cookie.http-only",
                true,
                "server.servlet.session.cookie.same-site",
                "lax",
                "server.servlet.session.timeout",
                "30m",
                "spring.web.resources.add-mappings",
                false);
    }

    /** Where it answers. */
    URI address() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://%s:%s/".formatted(place.address(), port));
    }

    /** A code that lets whoever brings it make the first account; none where there is one already. */
    Optional<SetUp.Begun> setUp() {
        return part(SetUp.class).begin();
    }

    SetupNotice notice() {
        return part(SetupNotice.class);
    }

    /** One of the things that it is made of. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** What it is made of. */
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
    @Import({AccessBeans.class, WatchBeans.class, LogInBeans.class, SecurityConfiguration.class})
    static class Beans {

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
}
