package nightfill.adapter.postgres.report;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nightfill.application.publish.Publications;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publications in PostgreSQL. */
public record PostgresPublications(JdbcClient jdbc) implements Publications {

    @Override
    public void owe(Path directory, Collection<Run> runs) {
        note(directory, runs, false);
    }

    @Override
    public void published(Path directory, Collection<Run> runs) {
        note(directory, runs, true);
    }

    @Override
    public Set<Long> published(Path directory) {
        return jdbc.sql("select run_id from publication where directory = ? and stands")
                .param(directory.toString())
                .query(Long.class)
                .set();
    }

    @Override
    public List<Path> owed() {
        return jdbc.sql("""
                select distinct directory
                from publication join run on run.id = run_id
                where not stands and state in ('FINISHED', 'REPLACED')
                order by directory
                """).query(String.class).list().stream().map(Path::of).toList();
    }

    @Override
    public void forget(Path directory) {
        jdbc.sql("delete from publication where directory = ?")
                .param(directory.toString())
                .update();
    }

    private void note(Path directory, Collection<Run> runs, boolean stands) {
        jdbc.sql("""
                insert into publication (directory, run_id, stands)
                select :directory, id, :stands from unnest(:runs) as id
                on conflict (directory, run_id) do update set stands = excluded.stands
                """)
                .param("directory", directory.toString())
                .param("stands", stands)
                .param("runs", runs.stream().map(Run::id).toArray(Long[]::new))
                .update();
    }
}
