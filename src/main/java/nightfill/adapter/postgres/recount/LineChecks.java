package nightfill.adapter.postgres.recount;

import java.util.List;

/** Whether each order line is known once, waits in its place, and has the batch that its state asks for. */
final class LineChecks {

    private static final Check KNOWN_ONCE = new Check("no order line is known twice", """
            select 'order ' || concat_ws(' line ', order_id, nullif(line_number::text, ''))
                || ' (' || quantity || ' of ' || sku.code || ') is known ' || count(*) || ' times' as what
            from line join sku on sku.id = sku_id
            group by order_id, line_number, sku.code, quantity
            having count(*) > 1
            """);

    private static final Check TURNS =
            new Check("lines wait in the order in which the nights were run", """
            select %s || ' has turn ' || line.id || ', outside those that ' || %s || ' gave' as what
            from line
                join sku on sku.id = sku_id
                join (
                    select *, lead(turns_before) over (order by id) as turns_after
                    from run
                    where state in ('ALLOCATING', 'FINISHED')) run on run.id = loaded_run
            where loaded_run between :first and :last and (line.id <= turns_before or line.id > turns_after)
            """.formatted(Check.LINE, Check.RUN));

    private static final Check ONE_BATCH = new Check("no line has two batches", """
            select %s || ' is allocated to ' || reference || ' and, before that ended, to another batch' as what
            from (
                select *, lead(from_run) over (partition by line_id order by from_run) as next_run
                from allocation) bound
                join line on line.id = line_id
                join sku on sku.id = line.sku_id
                join batch on batch.id = batch_id
            where until_run <= from_run or (next_run is not null and (until_run is null or until_run > next_run))
            """.formatted(Check.LINE));

    static final Check OF_ITS_SKU = new Check(
            "a line is allocated whole, to a batch of its SKU, once both are known", """
            select coalesce(%s, 'line id ' || line_id) || ' is allocated to ' || coalesce(
                    bound.quantity || ' of ' || reference || ' (' || of_batch.code || ')', 'batch id ' || bound.batch_id)
                as what
            from allocation bound
                left join line on line.id = line_id
                left join sku on sku.id = line.sku_id
                left join batch on batch.id = bound.batch_id
                left join sku of_batch on of_batch.id = batch.sku_id
            where from_run between :first and :last
                and ((bound.quantity, line.sku_id) is distinct from (line.quantity, batch.sku_id)
                    or line.loaded_run > from_run or batch.first_run > from_run)
            """.formatted(Check.LINE));

    private static final Check CANCELLED =
            new Check("a cancelled line has no batch, now or later", """
            select %s || ' was cancelled and is allocated to ' || reference as what
            from line
                join sku on sku.id = line.sku_id
                join allocation bound on line_id = line.id
                join batch on batch.id = batch_id
            where cancelled_run between :first and :last and (until_run is null or until_run > cancelled_run)
            """.formatted(Check.LINE));

    private static final Check CANCELLED_ONCE_LOADED =
            new Check("no line is cancelled before it is loaded", """
            select %s || ' was cancelled by an earlier run than the one that loaded it' as what
            from line join sku on sku.id = sku_id
            where cancelled_run < loaded_run
            """.formatted(Check.LINE));

    private static final Check DISPATCHED =
            new Check("a dispatched line keeps its batch for ever", """
            select %s || ' has left and ' || case
                when until_run is not null then 'lost its batch ' || reference
                else 'had not yet been allocated to ' || reference end as what
            from allocation
                join line on line.id = line_id
                join sku on sku.id = line.sku_id
                join batch on batch.id = batch_id
                join run on run.id = dispatched_run
            where dispatched_run between :first and :last
                and (until_run is not null or dispatched_run < from_run
                    or (dispatched_run = from_run and loaded_run <> from_run and rules = '1'))
            """.formatted(Check.LINE));

    private static final Check LEFT =
            new Check("a line that left without a batch has none, now or later", """
            select %s || ' left without a batch and is allocated to ' || reference as what
            from line
                join sku on sku.id = line.sku_id
                join allocation bound on line_id = line.id
                join batch on batch.id = batch_id
            where left_run between :first and :last and (until_run is null or until_run >= left_run)
            """.formatted(Check.LINE));

    private static final Check LEFT_FOR_A_DISPATCH =
            new Check("a line is closed without a batch where its dispatch found none, and there alone", """
            select %1$s || ' was closed by ' || %2$s || ', which was told of no dispatch' as what
            from (
                select left_run as run_id, order_id, line_number, sku_id, quantity from line
                where left_run between :first and :last
                except (
                    select run_id, order_id, line_number, sku.id, quantity from reject join sku on sku.code = reject.sku
                    where run_id between :first and :last and feed = 'dispatches' and reason = 'NOT_ALLOCATED'
                    union all
                    select left_run, line.order_id, line.line_number, line.sku_id, line.quantity
                    from reject
                        join sku on sku.code = reject.sku
                        join line on (line.order_id, line.line_number, line.sku_id, line.quantity)
                            = (reject.order_id, reject.line_number, sku.id, reject.quantity)
                    where feed = 'dispatches' and reason = 'UNKNOWN_LINE' and run_id < left_run and loaded_run = left_run
                        and left_run between :first and :last)
                ) line
                join sku on sku.id = sku_id
                join run on run.id = run_id
            union all
            select %1$s || ' has left by ' || %2$s || ' and still waits for a batch'
            from (
                select line.*, run_id
                from reject
                    join sku on sku.code = reject.sku
                    join line on (line.order_id, line.line_number, line.sku_id, line.quantity)
                        = (reject.order_id, reject.line_number, sku.id, reject.quantity)
                where run_id between :first and :last and feed = 'dispatches' and reason = 'NOT_ALLOCATED') line
                join sku on sku.id = sku_id
                join run on run.id = run_id and run.state in ('ALLOCATING', 'FINISHED') and rules <> '1'
            where (cancelled_run is null or cancelled_run > run.id) and (left_run is null or left_run > run.id)
            """.formatted(
                            Check.LINE, Check.RUN));

    /** What a run did. */
    static final List<Check> OF_A_RUN = List.of(TURNS, OF_ITS_SKU, CANCELLED, DISPATCHED, LEFT, LEFT_FOR_A_DISPATCH);

    /** What no run can have done, whatever the others did. */
    static final List<Check> OF_ALL = List.of(KNOWN_ONCE, ONE_BATCH, CANCELLED_ONCE_LOADED);

    private LineChecks() {}
}
