package nightfill.adapter.postgres.recount;

import java.util.List;

/** Whether nights were run one after another, and what was done is theirs. */
final class RunChecks {

    private static final Check ONE_AT_A_TIME = new Check("at most one run loads, and at most one is unfinished", """
            select count(*) || ' runs are ' || state as what
            from run
            where state in ('LOADING', 'ALLOCATING')
            group by state
            having count(*) > 1
            """);

    private static final Check UNFINISHED_LAST =
            new Check("no run finishes while an earlier one is unfinished", """
            select %s || ' is unfinished, but a later run is finished' as what
            from run
            where state = 'ALLOCATING'
                and exists (select from run later where later.state = 'FINISHED' and later.id > run.id)
            """.formatted(Check.RUN));

    private static final Check ONE_AFTER_ANOTHER =
            new Check("each run builds on the current run before it", """
            select %s || coalesce(' builds on ' || claimed.business_date || ' run ' || claimed.number, ' builds on none')
                || coalesce(', not on ' || before.business_date || ' run ' || before.number, ', though it is not the first')
                as what
            from (
                select *, lag(id) over (order by id) as before_id from run where state in ('ALLOCATING', 'FINISHED')) run
                left join run claimed on claimed.id = run.previous_id
                left join run before on before.id = before_id
            where run.previous_id is distinct from before_id
            """.formatted(Check.RUN));

    private static final Check NUMBERED =
            new Check("the runs of a date are numbered in their order", """
            select %s || ' is the ' || place || '. of its date' as what
            from (
                select *, row_number() over (partition by business_date order by id) as place
                from run
                where state in ('ALLOCATING', 'FINISHED', 'REPLACED')) run
            where number <> place
            """.formatted(Check.RUN));

    private static final Check REPLACED =
            new Check("a correction replaces the run before it", """
            select %1$s || ' is replaced by no run' as what
            from run
            where state = 'REPLACED'
                and not exists (
                    select from run later
                    where later.replaces_id = run.id and later.state in ('ALLOCATING', 'FINISHED', 'REPLACED')
                        and later.business_date = run.business_date and later.number = run.number + 1
                        and later.previous_id is not distinct from run.previous_id)
            union all
            select %1$s || ' exists beside the run that it replaces' as what
            from run join run earlier on earlier.id = run.replaces_id
            where run.state in ('ALLOCATING', 'FINISHED', 'REPLACED') and earlier.state <> 'REPLACED'
            union all
            select business_date || ' has ' || count(*) || ' current runs'
            from run
            where state in ('ALLOCATING', 'FINISHED')
            group by business_date
            having count(*) > 1
            """.formatted(Check.RUN));

    private static final Check STANDING = new Check("what is in effect was done by runs in effect", """
            select doing || ' by run id ' || run_id || ', which '
                || coalesce('is ' || run.business_date || ' run ' || run.number || ', ' || run.state, 'is not known')
                as what
            from (
                select 'lines loaded' as doing, loaded_run as run_id from line
                union select 'lines cancelled', cancelled_run from line
                union select 'lines closed without a batch', left_run from line
                union select 'batches made known', first_run from batch
                union select 'batches changed', from_run from batch_value
                union select 'batches changed', until_run from batch_value
                union select 'batches confirmed', run_id from batch_unchanged
                union select 'lines allocated', from_run from allocation
                union select 'lines released', until_run from allocation
                union select 'lines dispatched', dispatched_run from allocation
                union select 'lines left open', run_id from decided) done
                left join run on run.id = run_id
            where run_id is not null and (run.state is null or run.state not in ('ALLOCATING', 'FINISHED'))
            """);

    private static final Check UNDONE =
            new Check("what was undone was done by runs no longer in effect", """
            select doing || ' by ' || coalesce(%s, 'run id ' || run_id) || ' lie aside as undone' as what
            from (
                select 'lines loaded' as doing, loaded_run as run_id from undone.line
                union select 'lines cancelled', cancelled_run from undone.cancellation
                union select 'lines closed without a batch', left_run from undone.leaving
                union select 'batches made known', first_run from undone.batch
                union select 'batches changed', from_run from undone.batch_value
                union select 'batches changed', until_run from undone.batch_value_end
                union select 'batches confirmed', run_id from undone.batch_unchanged
                union select 'lines allocated', from_run from undone.allocation
                union select 'lines released', until_run from undone.allocation_end
                union select 'lines dispatched', dispatched_run from undone.dispatch
                union select 'lines left open', run_id from undone.decided) done
                left join run on run.id = run_id
            where run.state is null or run.state not in ('REPLACED', 'ABANDONED')
            """.formatted(Check.RUN));

    static final List<Check> ALL =
            List.of(ONE_AT_A_TIME, UNFINISHED_LAST, ONE_AFTER_ANOTHER, NUMBERED, REPLACED, STANDING, UNDONE);

    private RunChecks() {}
}
