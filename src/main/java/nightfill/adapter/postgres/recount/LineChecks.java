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

    private static final Check OF_ITS_SKU = new Check(
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
                and ((bound.quantity, bound.sku_id, bound.sku_id)
                        is distinct from (line.quantity, line.sku_id, batch.sku_id)
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
            where dispatched_run between :first and :last
                and (until_run is not null or dispatched_run < from_run
                    or (dispatched_run = from_run and loaded_run <> from_run))
            """.formatted(Check.LINE));

    /** What a run did. */
    static final List<Check> OF_A_RUN = List.of(TURNS, OF_ITS_SKU, CANCELLED, DISPATCHED);

    /** What no run can have done, whatever the others did. */
    static final List<Check> OF_ALL = List.of(KNOWN_ONCE, ONE_BATCH, CANCELLED_ONCE_LOADED);

    private LineChecks() {}
}
