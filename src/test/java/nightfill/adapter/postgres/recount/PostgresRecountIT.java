package nightfill.adapter.postgres.recount;

import static org.assertj.core.api.Assertions.assertThat;

import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.audit.RecountContract;
import nightfill.application.night.NightPorts;
import nightfill.application.report.Recount;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRecountIT extends RecountContract {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }

    @Override
    protected Recount recount() {
        return new PostgresRecount(DATABASE.database().dataSource());
    }

    @Override
    protected void shrink(String reference) {
        change("update batch_value set quantity = 1 where batch_id = (select id from batch where reference = '%s')"
                .formatted(reference));
    }

    @Override
    protected void forgetReason(String orderId) {
        change("""
                update decided set (open_lines, reasons) = (
                    select coalesce(array_agg(line_id), '{}'), coalesce(array_agg(reason), '{}')
                    from unnest(open_lines, reasons) open (line_id, reason) where line_id <> line.id)
                from line where order_id = '%s' and line.id = any (open_lines)
                """.formatted(orderId));
    }

    private static void change(String statement) {
        assertThat(DATABASE.database().update(statement)).isEqualTo(1);
    }
}
