package nightfill;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nightfill.adapter.postgres.access.PostgresRunRequests;
import nightfill.adapter.postgres.watch.PostgresDatabaseProbe;
import nightfill.adapter.prometheus.PrometheusMetricsFormat;
import nightfill.adapter.web.HealthAnswers;
import nightfill.adapter.web.MetricsAnswer;
import nightfill.application.metrics.GatherMetrics;
import nightfill.application.metrics.MetricsFormat;
import nightfill.application.metrics.RunRequests;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What machines watch of a console, beside {@link WatchBeans}. */
@Configuration(proxyBeanMethods = false)
class MetricsBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN =
            List.of(GatherMetrics.class, PostgresDatabaseProbe.class, HealthAnswers.class, MetricsAnswer.class);

    @Bean
    RunRequests runRequests(@Qualifier("readingPool") DataSource pool) {
        return new PostgresRunRequests(JdbcClient.create(pool));
    }

    @Bean
    MetricsFormat metricsFormat(Settings settings) {
        return format(settings);
    }

    /** In a file and on the network alike. */
    static MetricsFormat format(Settings settings) {
        String version = Optional.ofNullable(MetricsBeans.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
        return new PrometheusMetricsFormat(version, settings.zone());
    }
}
