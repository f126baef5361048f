package nightfill.adapter.postgres.night;

import java.sql.Types;
import java.time.LocalDate;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens runs, and forgets those that never took effect. */
record LoadingRuns(JdbcClient jdbc) {

    long open(LocalDate date, Terms terms, @Nullable Run replaces) {
        emptyStaging();
        waitForUrgentLines();
        return insert(date, terms, replaces);
    }

    private long insert(LocalDate date, Terms terms, @Nullable Run replaces) {
        return jdbc.sql("""
                insert into run
                    (business_date, number, state, replaces_id, turns_before, skus_before, max_rejects, after_restore, rules,
                        batches, silent_nights%s)
                select :date, 1 + coalesce(max(number), 0), 'LOADING', :replaces,
                    greatest((select coalesce(max(id), 0) from line), (select coalesce(max(id), 0) from undone.line)),
                    (select coalesce(max(id), 0) from sku), :maxRejects, :afterRestore, :rules, :batches, :silentNights%s
                from run
                where business_date = :date and state in ('FINISHED', 'REPLACED')
                returning id
                """.formatted(TermsRow.guards(", %1$s"), TermsRow.guards(", '%2$s' = any (:accepted)")))
                .param("date", date)
                .param("replaces", replaces == null ? null : replaces.id(), Types.BIGINT)
                .param("maxRejects", terms.maxRejects())
                .param(
                        "accepted",
                        terms.accepted().stream().map(Acceptance::name).toArray(String[]::new))
                .param("afterRestore", terms.afterRestore())
                .param("rules", terms.rules().label())
                .param("batches", terms.purchasing().batches().name())
                .param("silentNights", terms.purchasing().silentNights())
                .query(Long.class)
                .single();
    }

    void discard(Run run) {
        // first, so that it waits for a transaction that is still at work on the run, and no other can follow
        int discarded = jdbc.sql(
                        "update run set state = 'DISCARDED', accepted = '{}' where id = ? and state = 'LOADING'")
                .param(run.id())
                .update();
        if (discarded == 1) {
            jdbc.sql("""
                    with lines as (delete from order_line where loaded_run = :run),
                        skus as (delete from sku using run where run.id = :run and sku.id > skus_before),
                        publications as (delete from publication where run_id = :run),
                        rejects as (delete from reject where run_id = :run),
                        warnings as (delete from warning where run_id = :run)
                    delete from accepted_feed where run_id = :run
                    """).param("run", run.id()).update();
        }
        emptyStaging();
    }

    /** From here on no line is allocated at once before it is known that a run is unfinished; last, for others wait meanwhile. */
    private void waitForUrgentLines() {
        jdbc.sql("lock table urgent_line in share mode").update();
    }

    private void emptyStaging() {
        jdbc.sql("truncate staged_line, staged_batch, read_lines, without_effect, waiting_dispatch")
                .update();
    }
}
