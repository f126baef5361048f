package nightfill.adapter.postgres.night;

import java.util.Optional;
import nightfill.application.run.Runs.ReportFile;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports of finished runs as they were written. */
record ReportFiles(JdbcClient jdbc) {

    void keep(Run run, ReportFile report) {
        jdbc.sql("""
                insert into report (run_id, name, rows, sha256) values (?, ?, ?, ?)
                on conflict (run_id, name) do update set rows = excluded.rows, sha256 = excluded.sha256
                """)
                .params(run.id(), report.name(), report.rows(), report.sha256())
                .update();
    }

    Optional<ReportFile> find(Run run, String name) {
        return jdbc.sql("select name, rows, sha256 from report where run_id = ? and name = ?")
                .params(run.id(), name)
                .query((row, index) -> new ReportFile(row.getString(1), row.getLong(2), row.getString(3)))
                .optional();
    }
}
