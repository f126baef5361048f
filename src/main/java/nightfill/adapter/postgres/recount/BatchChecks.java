package nightfill.adapter.postgres.recount;

import java.util.List;

/** Whether batches hold what is allocated to them, and gave up lines only where they had to. */
final class BatchChecks {

    private static final Check KNOWN_ONCE = new Check("no batch and no SKU is known twice", """
            select 'batch ' || reference || ' is known ' || count(*) || ' times' as what
            from batch group by reference having count(*) > 1
            union all
            select 'SKU ' || code || ' is known ' || count(*) || ' times' from sku group by code having count(*) > 1
            """);

    private static final Check TOLD_ONCE = new Check("a batch has one quantity and ETA at a time, without a gap", """
            select 'batch ' || reference || case
                    when from_run is null then ' has no quantity'
                    when place = 1 and from_run <> first_run then ' has no quantity from its first run on'
                    when until_run is null then ' has two quantities at a time'
                    when next_run is null then ' has no quantity any more'
                    else ' has a gap or an overlap between two quantities' end as what
            from (
                select reference, first_run, from_run, until_run,
                    lead(from_run) over noted as next_run, row_number() over noted as place
                from batch left join batch_value on batch_id = batch.id
                where first_run between :first and :last
                    or batch.id in (select batch_id from batch_value where from_run between :first and :last)
                window noted as (partition by batch.id order by from_run)) noted
            where from_run is null or until_run is distinct from next_run or until_run <= from_run
                or (place = 1 and from_run <> first_run)
            """);

    private static final Check BELOW_ZERO = new Check("no batch is below zero after any run", """
            select 'batch ' || reference || ' has ' || units || ' after ' || coalesce(%s, 'run id ' || run_id) as what
            from (
                select batch_id, run_id, sum(sum(units)) over (partition by batch_id order by run_id) as units
                from (
                    select batch_id, from_run as run_id, quantity as units from batch_value
                    union all
                    select batch_id, until_run, -quantity from batch_value where until_run is not null
                    union all
                    select batch_id, from_run, -quantity from allocation
                    union all
                    select batch_id, until_run, quantity from allocation where until_run is not null) change
                group by batch_id, run_id) after_run
                join batch on batch.id = batch_id
                left join run on run.id = run_id
            where units < 0
            """.formatted(Check.RUN));

    private static final Check LACKED =
            new Check("a batch that a list of all batches lacked has what had left", """
            with lacked as materialized (
                    select batch_id, from_run, quantity from batch_value
                    where lacked and from_run between :first and :last),
                gone as (
                    select batch_id, lacked.from_run, sum(allocation.quantity) as left_units
                    from lacked join allocation using (batch_id)
                    where dispatched_run <= lacked.from_run
                    group by batch_id, lacked.from_run)
            select 'batch ' || reference || ' was lacked by ' || %s || ' and has ' || quantity || ' of '
                || coalesce(left_units, 0) || ' that had left' as what
            from lacked
                left join gone using (batch_id, from_run)
                join batch on batch.id = batch_id
                join run on run.id = from_run
            where quantity <> coalesce(left_units, 0) or run.batches <> 'SNAPSHOT'
            """.formatted(Check.RUN));

    private static final Check URGENT =
            new Check("batches hold what was allocated at once since the last night", """
            select 'batch ' || batch_reference || ' has ' || coalesce(units, 0) || ' left, and ' || waiting.quantity
                || ' units of it were allocated at once' as what
            from (
                select batch_reference, sum(quantity) as quantity from waiting_urgent_line group by batch_reference) waiting
                left join %s batch on reference = batch_reference
            where coalesce(units, 0) < waiting.quantity
            """.formatted(Check.LEFT));

    static final Check CARRIED = new Check("what is carried of each batch is what is allocated of it", """
            select format('batch %s is carried with what is not allocated: %s units in %s lines, and %s in %s that are gone',
                coalesce(reference, 'id ' || batch_id), promised, lines, gone, gone_lines) as what
            from (
                select batch_id, sum(lines) as lines, sum(promised) as promised, sum(gone_lines) as gone_lines,
                    sum(gone) as gone
                from (
                    select * from batch_bound
                    union all
                    select batch_id, -count(*) filter (where dispatched_run is null),
                        -coalesce(sum(quantity) filter (where dispatched_run is null), 0),
                        -count(*) filter (where dispatched_run is not null),
                        -coalesce(sum(quantity) filter (where dispatched_run is not null), 0)
                    from standing_allocation
                    group by batch_id) difference
                group by batch_id) difference
                left join batch on batch.id = batch_id
            where (lines, promised, gone_lines, gone) <> (0, 0, 0, 0)
            """);

    private static final Check FOR_A_REASON =
            new Check("no line lost its batch but for a reason", """
            select %s || ' lost ' || reference || ' (' || coalesce(cause, 'no cause') || ') in ' || %s || case cause
                    when 'CANCELLED' then ', which did not cancel it'
                    when 'BATCH_REDUCED' then ', which did not reduce that batch'
                    else '' end as what
            from allocation bound
                join line on line.id = line_id
                join sku on sku.id = line.sku_id
                join batch on batch.id = batch_id
                join run on run.id = until_run
            where until_run between :first and :last
                and case cause
                    when 'CANCELLED' then cancelled_run = until_run
                    when 'BATCH_REDUCED' then exists (
                        select from batch_value later join batch_value earlier using (batch_id)
                        where batch_id = batch.id and later.from_run = bound.until_run
                            and earlier.until_run = bound.until_run and later.quantity < earlier.quantity)
                    end is not true
            """.formatted(Check.LINE, Check.RUN));

    private static final Check NEWEST_FIRST =
            new Check("a reduced batch gives up its newest lines", """
            select %s || ' kept ' || reference || ' in ' || %s || ', which released an older line from it' as what
            from (
                select batch_id, until_run as run_id, min(line_id) as line_id
                from allocation
                where cause = 'BATCH_REDUCED' and until_run between :first and :last
                group by batch_id, until_run) oldest
                join allocation kept on kept.batch_id = oldest.batch_id and kept.line_id > oldest.line_id
                    and from_run < run_id and (until_run is null or until_run > run_id)
                    and (dispatched_run is null or dispatched_run > run_id)
                join line on line.id = kept.line_id
                join sku on sku.id = line.sku_id
                join batch on batch.id = kept.batch_id
                join run on run.id = run_id
            """.formatted(Check.LINE, Check.RUN));

    private static final Check NO_MORE_THAN_NEEDED =
            new Check("a reduced batch gives up no more than it must", """
            with oldest as materialized (
                    select distinct on (batch_id, until_run) batch_id, until_run as run_id, line_id, quantity
                    from allocation
                    where cause = 'BATCH_REDUCED' and until_run between :first and :last
                    order by batch_id, until_run, line_id),
                kept as (
                    select batch_id, run_id, sum(kept.quantity) as units
                    from oldest join allocation kept using (batch_id)
                    where from_run < run_id and (until_run is null or until_run > run_id)
                    group by batch_id, run_id)
            select %s || ' lost ' || reference || ' in ' || %s || ', which still had room for it' as what
            from oldest
                left join kept using (batch_id, run_id)
                join batch_value value on value.batch_id = oldest.batch_id and value.from_run = run_id
                join line on line.id = line_id
                join sku on sku.id = line.sku_id
                join batch on batch.id = oldest.batch_id
                join run on run.id = run_id
            where value.quantity >= oldest.quantity + coalesce(kept.units, 0)
            """.formatted(Check.LINE, Check.RUN));

    /** What a run did. */
    static final List<Check> OF_A_RUN =
            List.of(CARRIED, TOLD_ONCE, LACKED, FOR_A_REASON, NEWEST_FIRST, NO_MORE_THAN_NEEDED);

    /** What no run can have done, whatever the others did. */
    static final List<Check> OF_ALL = List.of(KNOWN_ONCE, BELOW_ZERO, URGENT);

    private BatchChecks() {}
}
