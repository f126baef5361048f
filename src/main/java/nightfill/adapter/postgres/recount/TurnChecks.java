package nightfill.adapter.postgres.recount;

import java.util.List;

/** Whether what the last run allocated, and what it left open and why, can be as it is given what it left. */
final class TurnChecks {

    static final Check REASON_GIVEN =
            new Check("every open line has the reason of the last run", """
            select %s || ' is open without a reason' as what
            from %s line
                join sku on sku.id = sku_id
                left join shortage on shortage.run_id = :last and shortage.line_id = line.id
            where shortage.line_id is null
            """.formatted(Check.LINE, Check.OPEN));

    static final Check OPEN_ONLY =
            new Check("only a line that a run left open has a reason of it", """
            select coalesce(%s, 'line id ' || line_id) || ' was not open after ' || %s || ', which says ' || reason as what
            from shortage
                join run on run.id = run_id
                left join line on line.id = line_id
                left join sku on sku.id = sku_id
            where run_id between :first and :last
                and (line.id is null or loaded_run > run_id or cancelled_run <= run_id or left_run <= run_id
                    or exists (
                        select from allocation bound
                        where bound.line_id = line.id
                            and bound.from_run <= run_id and (bound.until_run is null or bound.until_run > run_id)))
            """.formatted(Check.LINE, Check.RUN));

    private static final Check AS_MANY =
            new Check("each run gave as many reasons as it left lines open", """
            select %s || ' left ' || open || ' lines open and gave ' || given || ' reasons' as what
            from (
                select run.*, sum(coalesce(lines, 0)) over (order by id) as open,
                    (select count(*) from shortage where run_id = run.id) as given
                from run
                    left join (
                        select run_id, sum(lines) as lines
                        from (
                            select loaded_run as run_id, count(*) as lines from line group by loaded_run
                            union all
                            select cancelled_run, -count(*) from line where cancelled_run is not null
                            group by cancelled_run
                            union all
                            select left_run, -count(*) from line where left_run is not null group by left_run
                            union all
                            select from_run, -count(*) from allocation group by from_run
                            union all
                            select until_run, count(*) from allocation where until_run is not null
                            group by until_run) change
                        group by run_id) change on change.run_id = run.id
                where state in ('ALLOCATING', 'FINISHED')) run
            where state = 'FINISHED' and open <> given
            """.formatted(Check.RUN));

    static final Check UNKNOWN_SKU =
            new Check("UNKNOWN_SKU is the reason where no batch of the SKU is known, and there alone", """
            select %s || ' is open in ' || %s || ' because ' || reason || ', but '
                || case reason when 'UNKNOWN_SKU' then 'a' else 'no' end || ' batch of its SKU was known' as what
            from shortage
                join line on line.id = line_id
                join sku on sku.id = sku_id
                join run on run.id = run_id
            where run_id between :first and :last
                and (reason = 'UNKNOWN_SKU') = exists (
                    select from batch where batch.sku_id = line.sku_id and first_run <= run_id)
            """.formatted(
                            Check.LINE, Check.RUN));

    static final Check NO_ROOM = new Check(
            "no line is left open that a batch has room for", """
            select %s || ' is open, though a batch has ' || units || ' left' as what
            from %s line
                join sku on sku.id = sku_id
                join (select sku_id, max(units) as units from %s batch group by sku_id) batch using (sku_id)
            where line.quantity <= units
            """.formatted(Check.LINE, Check.OPEN, Check.LEFT));

    /**
     * What batches had together when a line's turn came is what they have now and what lines behind it took; those before
     * the first that was short are of no account.
     */
    static final Check SHORT = new Check(
            "SHORT is the reason where all batches together had too little, NO_SINGLE_BATCH where each had",
            """
            with short as (
                    select sku_id, line_id, quantity, reason from shortage join line on line.id = line_id
                    where run_id = :last and reason <> 'UNKNOWN_SKU'),
                first as (select sku_id, min(line_id) as first_line from short group by sku_id),
                supply as (
                    select sku_id, sum(units) as units
                    from (
                        select sku_id, quantity as units
                        from batch join batch_value on batch_id = batch.id
                            and from_run <= :last and (until_run is null or until_run > :last)
                        union all
                        select sku_id, -quantity from %3$s bound join batch on batch.id = batch_id) change
                    where sku_id in (select sku_id from first)
                    group by sku_id),
                decided as (
                    select sku_id, line_id, quantity, reason, 0 as taken from short
                    union all
                    select sku_id, line_id, 0, null, quantity
                    from %2$s allocation join batch on batch.id = batch_id join first using (sku_id)
                    where line_id > first_line),
                seen as (
                    select line_id, quantity, reason,
                        units + sum(taken) over (partition by sku_id order by line_id desc) as together
                    from decided
                        join supply using (sku_id))
            select %1$s || ' is open because ' || reason || ', but its batches had ' || together || ' together' as what
            from (
                select * from seen
                where reason <> case when together < quantity then 'SHORT' else 'NO_SINGLE_BATCH' end) wrong
                join line on line.id = line_id
                join sku on sku.id = sku_id
            """.formatted(Check.LINE, Check.BY_TURN, Check.BOUND));

    static final Check BEST_FIRST = new Check("no line has a batch while a better one has room for it", """
            select %s || ' is allocated to ' || reference || ', though a better batch has ' || units || ' left' as what
            from (
                select line_id, reference, units
                from %s bound
                    join (
                        select id, reference, max(units) over (
                                partition by sku_id order by eta nulls first, reference
                                rows between unbounded preceding and 1 preceding) as units
                        from %s batch) batch on batch.id = bound.batch_id
                where bound.quantity <= units) worse
                join line on line.id = line_id
                join sku on sku.id = sku_id
            """.formatted(
                    Check.LINE, Check.BY_TURN, Check.LEFT));

    /** What a run did. */
    static final List<Check> OF_A_RUN = List.of(REASON_GIVEN, OPEN_ONLY, UNKNOWN_SKU, NO_ROOM, SHORT, BEST_FIRST);

    /** What runs did one after another. */
    static final List<Check> OF_ALL = List.of(AS_MANY);

    private TurnChecks() {}
}
