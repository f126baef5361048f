package nightfill.adapter.prometheus;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import nightfill.application.metrics.Metrics;
import nightfill.application.metrics.MetricsFormat;
import nightfill.application.metrics.Observation;
import nightfill.domain.run.RunName;

/**
 * The text format of Prometheus, version 0.0.4, which its server and node_exporter's textfile collector read.
 *
 * @param zone in which business dates begin
 */
public record PrometheusMetricsFormat(String version, ZoneId zone) implements MetricsFormat {

    @Override
    public String mediaType() {
        return PrometheusTextFormatWriter.CONTENT_TYPE;
    }

    @Override
    public void write(Observation seen, OutputStream out) throws IOException {
        Families families = new Families();
        families.info("nightfill_build", "The version of Nightfill.", Labels.of("version", version));
        families.flag("nightfill_up", "Whether the database answers; if not, all else is as of then.", seen.answers());
        families.moment("nightfill_figures_timestamp_seconds", "When the database was asked.", seen.at());
        Metrics metrics = seen.metrics();
        if (metrics != null) {
            add(metrics, families);
        }
        PrometheusTextFormatWriter.create().write(out, families.all());
    }

    private void add(Metrics metrics, Families families) {
        metrics.night().ifPresent(night -> new NightGauges(families).add(night));
        metrics.finished().ifPresent(finished -> new FinishedGauges(families, zone).add(finished));
        WatchGauges watch = new WatchGauges(families);
        watch.add(metrics.unsettled());
        metrics.deadline().ifPresent(watch::add);
        metrics.request().ifPresent(watch::add);
        watch.add(metrics.owner());
    }

    static Labels labels(RunName run) {
        return Labels.of("date", run.date().toString(), "run", Integer.toString(run.number()));
    }
}
