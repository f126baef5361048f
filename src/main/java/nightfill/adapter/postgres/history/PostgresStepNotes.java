package nightfill.adapter.postgres.history;

import java.sql.Types;
import nightfill.application.run.StepNotes;
import nightfill.application.run.Transactions;
import nightfill.domain.watch.Phase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes how far steps are where the job repository keeps them, whose own writing nothing waits for. */
public record PostgresStepNotes(JdbcClient jdbc, Transactions apart) implements StepNotes {

    @Override
    public void note(long step, Note note) {
        apart.inOne(() -> write(step, note));
    }

    private void write(long step, Note note) {
        Phase phase = note.phase();
        jdbc.sql("set local synchronous_commit = off").update();
        jdbc.sql("""
                update batch_step_execution
                set read_count = greatest(read_count, :rows), share = :share, phase = :phase, phases = :phases, phase_name = :name
                where step_execution_id = (
                    select step_execution_id from batch_step_execution where step_execution_id = :step
                    for update skip locked)
                """)
                .param("step", step)
                .param("rows", note.rows())
                .param("share", note.share(), Types.DOUBLE)
                .param("phase", phase == null ? null : phase.number(), Types.INTEGER)
                .param("phases", phase == null ? null : phase.of(), Types.INTEGER)
                .param("name", phase == null ? null : phase.name(), Types.VARCHAR)
                .update();
    }
}
