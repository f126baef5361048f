package nightfill.adapter.postgres.history;

import java.time.LocalDate;
import java.util.List;
import nightfill.application.run.Transactions;
import nightfill.application.upkeep.ExecutionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Purges the job repository's tables, for which the framework has no bulk operation. */
public record PostgresExecutionRecords(JdbcClient jdbc, Transactions transactions) implements ExecutionRecords {

    /** What was started last may just be starting, whatever the run says that it was for. */
    private static final String OLD = """
            select execution.job_execution_id
            from batch_job_execution execution
                left join batch_job_execution_params parameter
                    on parameter.job_execution_id = execution.job_execution_id and parameter_name = 'run'
                left join run on run.id = parameter_value::bigint
            where (coalesce(end_time, start_time, create_time) < :day or business_date < :day)
                and (run.state is null or run.state not in ('LOADING', 'ALLOCATING'))
                and execution.job_execution_id < (select max(job_execution_id) from batch_job_execution)
            """;

    /** In the order that the references between the tables ask for. */
    private static final List<String> REMOVE = List.of("""
            delete from batch_step_execution_context
            where step_execution_id in (
                select step_execution_id from batch_step_execution where job_execution_id = any (:old))
            """, """
            delete from batch_step_execution where job_execution_id = any (:old)
            """, """
            delete from batch_job_execution_context where job_execution_id = any (:old)
            """, """
            delete from batch_job_execution_params where job_execution_id = any (:old)
            """);

    /** An instance that has no execution yet is left alone: one may be on its way. */
    private static final String REMOVE_EXECUTIONS = """
            delete from batch_job_execution where job_execution_id = any (:old) returning job_instance_id
            """;

    private static final String REMOVE_INSTANCES = """
            delete from batch_job_instance
            where job_instance_id = any (:bereft)
                and not exists (
                    select from batch_job_execution execution
                    where execution.job_instance_id = batch_job_instance.job_instance_id)
            """;

    @Override
    public int removeBefore(LocalDate day) {
        int[] removed = new int[1];
        transactions.inOne(() -> removed[0] = remove(old(day)));
        return removed[0];
    }

    private Long[] old(LocalDate day) {
        return jdbc.sql(OLD).param("day", day).query(Long.class).list().toArray(Long[]::new);
    }

    private int remove(Long[] old) {
        REMOVE.forEach(statement -> jdbc.sql(statement).param("old", old).update());
        List<Long> instances =
                jdbc.sql(REMOVE_EXECUTIONS).param("old", old).query(Long.class).list();
        jdbc.sql(REMOVE_INSTANCES)
                .param("bereft", instances.toArray(Long[]::new))
                .update();
        return instances.size();
    }
}
