package nightfill.adapter.postgres.history;

import nightfill.adapter.postgres.server.ShownRow;
import nightfill.application.replay.PastNights.Effect;

/** Asks the rows what a run did. */
final class EffectQuery {

    private static final String LOADED = """
            select line.id, order_id, line_number, sku.code, quantity
            from line join sku on sku.id = sku_id
            where loaded_run = :run
            """;
    private static final String CLOSED = """
            select order_id, line_number, sku.code, quantity
            from line join sku on sku.id = sku_id
            where %s = :run
            """;
    private static final String BOUND = """
            select order_id, line_number, sku.code, line.quantity, reference%s
            from allocation
                join line on line.id = line_id
                join sku on sku.id = line.sku_id
                join batch on batch.id = batch_id
            where allocation.%s = :run
            """;
    private static final String LEFT_OPEN = """
            select order_id, line_number, sku.code, quantity, reason
            from shortage join line on line.id = line_id join sku on sku.id = sku_id
            where run_id = :run
            """;
    private static final String MADE_KNOWN = """
            select reference, sku.code from batch join sku on sku.id = sku_id where first_run = :run
            """;
    private static final String PURCHASED = """
            select reference, quantity, eta_text(eta) from batch_value join batch on batch.id = batch_id where from_run = :run
            """;
    private static final String UNCHANGED = """
            select reference from batch_unchanged join batch on batch.id = batch_id where run_id = :run
            """;
    private static final String REJECTED = """
            select feed || '.csv', row_number, reason, raw from reject where run_id = :run
            """;
    private static final String COUNTED = """
            select feed || '.csv', rows, applied, duplicate, superseded, rejected from accepted_feed where run_id = :run
            """;
    private static final String REJECTS_REPORTED = """
            select feed || '.csv', line, reason, detail, %s
            from reject
            where run_id = :run
            order by feed, row_number
            """.formatted(ShownRow.SQL);

    private EffectQuery() {}

    static String of(Effect effect) {
        return switch (effect) {
            case LOADED -> LOADED;
            case CANCELLED -> CLOSED.formatted("cancelled_run");
            case LEFT -> CLOSED.formatted("left_run");
            case DISPATCHED -> BOUND.formatted("", "dispatched_run");
            case RELEASED -> BOUND.formatted(", cause", "until_run");
            case ALLOCATED -> BOUND.formatted("", "from_run");
            case LEFT_OPEN -> LEFT_OPEN;
            case MADE_KNOWN -> MADE_KNOWN;
            case PURCHASED -> PURCHASED;
            case UNCHANGED -> UNCHANGED;
            case REJECTED -> REJECTED;
            case COUNTED -> COUNTED;
            case REJECTS_REPORTED -> REJECTS_REPORTED;
        };
    }
}
