package nightfill.adapter.postgres.night;

import java.sql.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people should know about runs: warnings, and the guards that were overridden. */
record RunNotes(JdbcClient jdbc) {

    void warn(Run run, String text) {
        warn(run, text, null);
    }

    void override(Run run, Acceptance guard, String warning) {
        jdbc.sql("update run set accepted = accepted || :guard where id = :run and not :guard = any (accepted)")
                .param("run", run.id())
                .param("guard", guard.name())
                .update();
        warn(run, warning, guard);
    }

    Set<Acceptance> overridden(Run run) {
        Set<Acceptance> overridden = EnumSet.noneOf(Acceptance.class);
        overridden.addAll(jdbc.sql("select unnest(accepted) from run where id = ?")
                .param(run.id())
                .query((row, index) -> Acceptance.valueOf(row.getString(1)))
                .list());
        return overridden;
    }

    void adopt(Run run, Set<Acceptance> overridden, List<String> warnings) {
        jdbc.sql("update run set accepted = :accepted where id = :run")
                .param("run", run.id())
                .param("accepted", overridden.stream().map(Acceptance::name).toArray(String[]::new))
                .update();
        jdbc.sql("delete from warning where run_id = ?").param(run.id()).update();
        warnings.forEach(text -> warn(run, text));
    }

    private void warn(Run run, String text, @Nullable Acceptance overridden) {
        jdbc.sql("""
                insert into warning (run_id, text, accepted)
                select :run, :text, :accepted
                where not exists (select from warning where run_id = :run and text = :text)
                """)
                .param("run", run.id())
                .param("text", text)
                .param("accepted", overridden == null ? null : overridden.name(), Types.VARCHAR)
                .update();
    }
}
