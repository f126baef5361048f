package nightfill.adapter.postgres.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nightfill.application.look.RunFiles;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;

/** Runs and their files in PostgreSQL. */
public record PostgresRunFiles(Reading reading) implements RunFiles {

    private static final String FILES = """
            with own as (
                select id, state, manifest_sha256 from run
                where business_date = :date and number = :number
                order by state in ('LOADING', 'ALLOCATING', 'FINISHED', 'REPLACED') desc, id desc limit 1)
            select id, state, manifest_sha256, name, sha256 from own left join report on run_id = id
            """;

    @Override
    public Optional<Recorded> of(RunName name) {
        Map<String, String> reports = new HashMap<>();
        return reading.read(jdbc -> jdbc
                .sql(FILES)
                .param("date", name.date())
                .param("number", name.number())
                .query((row, index) -> {
                    String report = row.getString("name");
                    if (report != null) {
                        reports.put(report, row.getString("sha256"));
                    }
                    return new Recorded(
                            row.getLong("id"),
                            name,
                            Run.State.valueOf(row.getString("state")),
                            row.getString("manifest_sha256"),
                            reports);
                })
                .list()
                .stream()
                .findFirst());
    }
}
