package nightfill.adapter.postgres.night;

import java.util.Map;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes what finished runs leave on record. */
record FinishedRuns(JdbcClient jdbc) {

    void finish(Run run, String manifestSha256, Map<String, Summary.File> reports, RunFigures figures) {
        reports.forEach((name, report) -> jdbc.sql("""
                insert into report (run_id, name, rows, sha256) values (?, ?, ?, ?)
                on conflict (run_id, name) do update set rows = excluded.rows, sha256 = excluded.sha256
                """)
                .params(run.id(), name, report.rows(), report.sha256())
                .update());
        RunFence.requireOne(
                run,
                jdbc.sql("update run set state = 'FINISHED', manifest_sha256 = ? where id = ? and state = 'ALLOCATING'")
                        .params(manifestSha256, run.id())
                        .update());
        keep(run, figures);
    }

    private void keep(Run run, RunFigures figures) {
        jdbc.sql("""
                insert into run_figures (run_id, loaded_lines, loaded_units, released_lines, released_units,
                    allocated_lines, allocated_units, open_lines, open_units, rows_read, rows_rejected, control_totals)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(run.id())
                .params(pair(figures.loaded()))
                .params(pair(figures.released()))
                .params(pair(figures.allocated()))
                .params(pair(figures.open()))
                .params(figures.rows().read(), figures.rows().rejected(), figures.controlTotals())
                .update();
    }

    private static Object[] pair(Tally tally) {
        return new Object[] {tally.lines(), tally.units()};
    }
}
