package nightfill;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.job.NightConfiguration;
import nightfill.adapter.log.LogbackLabels;
import nightfill.application.night.Progress;
import nightfill.application.problem.ProblemWording;
import nightfill.domain.allocation.Parts;
import nightfill.domain.shrinkage.ShrinkLimits;
import nightfill.process.Telemetry;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the floors together; each lists its own beans. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    BatchJdbcAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import({PostgresBeans.class, FilesBeans.class, NightConfiguration.class, AccessBeans.class, ApplicationBeans.class})
public class Wiring {

    private static final Map<String, Object> SPRING = Map.of(
            "spring.batch.jdbc.initialize-schema", "never",
            "spring.batch.jdbc.isolation-level-for-create", "read_committed");

    private static final List<Class<?>> PLAIN = SpringProgram.together(List.of(
            PostgresBeans.PLAIN,
            FilesBeans.PLAIN,
            NightConfiguration.PLAIN,
            AccessBeans.PLAIN,
            ApplicationBeans.PLAIN,
            List.of(LogbackLabels.class)));

    /** Starts Spring over a database whose tables are up to date. */
    public static ConfigurableApplicationContext start(
            Settings settings, Database database, Progress progress, Telemetry telemetry) {
        return new SpringProgram(Wiring.class, SPRING, PLAIN).start(settings, database, context -> {
            context.registerBean(Progress.class, () -> progress);
            telemetry.observe(context);
        });
    }

    @Bean
    ProblemWording problemWording() {
        return ProblemText::line;
    }

    @Bean
    Clock clock(Settings settings) {
        return Clock.system(settings.zone());
    }

    @Bean
    ChunkSize chunkSize(Settings settings) {
        return settings.cut().chunkSize();
    }

    @Bean
    Parts parts(Settings settings) {
        return settings.cut().parts();
    }

    @Bean
    ShrinkLimits shrinkLimits(Settings settings) {
        return settings.feeds().shrinkLimits();
    }
}
