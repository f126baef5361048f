package nightfill.adapter.postgres.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nightfill.adapter.postgres.night.PostgresLedger;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.application.night.BatchRepositoryContract;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Parts;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.run.Run;
import nightfill.domain.words.Bucket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBatchRepositoryIT extends BatchRepositoryContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final BatchRepository repository =
            new PostgresBatchRepository(DATABASE.dataSource(), DATABASE.jdbc(), Parts.ONE);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void lines_find_the_stock_of_their_skus_over_more_rows_than_one_fetch_brings() {
        Run run = nextRun();
        DATABASE.update("insert into sku (code) select 'SKU-' || n from generate_series(1, 7) n");
        DATABASE.update("""
                insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
                select n, 'order-' || n, '', 1 + n %% 7, 1, %d from generate_series(1, 12000) n
                """.formatted(run.id()));
        DATABASE.update("""
                insert into batch (reference, sku_id, first_run)
                select 'PO-' || n, 1 + n %% 6, %d from generate_series(1, 11000) n
                """.formatted(run.id()));
        DATABASE.update("""
                insert into batch_value (batch_id, from_run, quantity) select id, first_run, 1 from batch
                """);
        assertThat(allocateAll(run)).hasSize(12000);
        assertThat(DATABASE.jdbc().sql("""
                                select sku.code || ' ' || count(allocation.line_id) from sku
                                    join line on line.sku_id = sku.id
                                    left join standing_allocation allocation on line_id = line.id
                                group by sku.code order by sku.code
                                """).query(String.class).list())
                .containsExactly(
                        "SKU-1 1714", "SKU-2 1715", "SKU-3 1715", "SKU-4 1714", "SKU-5 1714", "SKU-6 1714", "SKU-7 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 200_000})
    void lines_that_are_not_read_to_the_end_leave_nothing_behind_on_their_connection(int lines) {
        Run run = nextRun();
        loadMany(run, lines);
        try (Turns turns = repository.turns(run)) {
            assertThat(turns.next()).isNotNull();
        }
        for (int number = 1; number <= 5; number++) {
            assertThat(DATABASE.number("select " + number)).isEqualTo(number);
            assertThat(DATABASE.jdbc()
                            .sql("show transaction_read_only")
                            .query(String.class)
                            .single())
                    .isEqualTo("off");
        }
    }

    /** A former version decided SKU by SKU, so that chunks may span lines of which each is known to be decided by itself. */
    @Test
    void lines_within_a_chunk_are_decided_whatever_else_was_noted_within_it() {
        Run run = nextRun();
        loadMany(run, 6);
        repository.record(run, List.of(open(3)));
        repository.record(run, List.of(open(2), open(4), open(5)));
        try (Turns turns = repository.turns(run)) {
            assertThat(turns.next()).extracting(turn -> turn.demand().turn()).isEqualTo(1L);
            assertThat(turns.next()).extracting(turn -> turn.demand().turn()).isEqualTo(6L);
            assertThat(turns.next()).isNull();
        }
    }

    @Test
    void the_bucket_of_a_sku_is_that_of_the_domain() {
        List.of("CHAIR", "a\\b\"c',\u2028ü\uD83D\uDE9A {?} :x", "\uFF5E", "x".repeat(255))
                .forEach(PostgresBatchRepositoryIT::learnSku);
        DATABASE.update("insert into sku (code) select 'SKU-' || n from generate_series(1, 500) n");
        assertThat(DATABASE.jdbc()
                        .sql("select code, bucket from sku")
                        .query((row, index) -> row.getInt("bucket") - Bucket.of(row.getString("code")))
                        .list())
                .hasSize(504)
                .containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 64})
    void parts_take_their_turns_one_after_another_and_come_to_the_same(int number) {
        Run run = nextRun();
        loadMixed(run);
        List<Decision> decisions = decideAll(run, Parts.of(number));
        assertThat(decisions).isSortedAccordingTo(BY_PART);
        assertThat(decisions)
                .extracting(it -> it.demand().part())
                .isSubsetOf(Parts.of(number).all());
        assertThat(outcomes(decisions)).isEqualTo(outcomes(decideAll(run, Parts.ONE)));
    }

    /** In chunks of which some begin in one part and end in another, and each time the night is cut in another way. */
    @Test
    void a_run_goes_on_however_the_night_was_cut_before() {
        Run run = nextRun();
        loadMixed(run);
        List<String> expected = outcomes(decideAll(run, Parts.ONE));
        List<Decision> decided = new ArrayList<>();
        for (int number : new int[] {8, 1, 3, 64, 2, 8, 64, 5, 1}) {
            List<Decision> left = decideAll(run, Parts.of(number));
            List<Decision> chunk = left.subList(0, Math.min(left.size(), 12));
            repository.record(run, chunk);
            repository.record(run, chunk);
            decided.addAll(chunk);
        }
        assertThat(decideAll(run, Parts.of(7))).isEmpty();
        assertThat(outcomes(decided)).isEqualTo(expected);
    }

    @Test
    void why_a_line_stayed_open_is_known_though_chunks_of_several_parts_overlap() {
        Run run = nextRun();
        loadMixed(run);
        repository.record(run, decideAll(run, Parts.of(8)));
        assertThat(DATABASE.number("select max(last_line) - min(first_line) from decided where first_bucket = 0"))
                .isPositive();
        assertThat(DATABASE.jdbc()
                        .sql("select coalesce(reason_left_open(?, id), '') from line order by id")
                        .param(run.id())
                        .query(String.class)
                        .list())
                .isEqualTo(DATABASE.jdbc()
                        .sql("select coalesce(reason, '') from line left join shortage on line_id = id order by id")
                        .query(String.class)
                        .list())
                .contains("SHORT", "NO_SINGLE_BATCH", "UNKNOWN_SKU", "");
    }

    private static final Comparator<Decision> BY_PART = Comparator.<Decision>comparingInt(
                    decision -> decision.demand().part().firstBucket())
            .thenComparingLong(decision -> decision.demand().turn());

    /** 100 lines of 20 SKUs, of which 16 have some stock. */
    private static void loadMixed(Run run) {
        DATABASE.update("insert into sku (code) select 'SKU-' || n from generate_series(1, 20) n");
        DATABASE.update("""
                insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
                select n, 'order-' || n, '', 1 + n %% 20, 1 + n %% 9, %d from generate_series(1, 100) n
                """.formatted(run.id()));
        DATABASE.update("""
                insert into batch (reference, sku_id, first_run)
                select 'PO-' || n, 1 + n %% 16, %d from generate_series(1, 48) n
                """.formatted(run.id()));
        DATABASE.update(
                "insert into batch_value (batch_id, from_run, quantity) select id, first_run, 3 + id % 5 from batch");
    }

    private static List<Decision> decideAll(Run run, Parts parts) {
        BatchRepository repository = new PostgresBatchRepository(DATABASE.dataSource(), DATABASE.jdbc(), parts);
        try (Turns turns = repository.turns(run)) {
            return decide(turns);
        }
    }

    private static List<String> outcomes(List<Decision> decisions) {
        return decisions.stream()
                .map(decision -> decision.demand().turn() + " "
                        + (decision instanceof Allocated allocated
                                ? allocated.batchId()
                                : ((OutOfStock) decision).reason()))
                .sorted()
                .toList();
    }

    private static OutOfStock open(long turn) {
        return new OutOfStock(new Demand(turn, 1), ShortageReason.UNKNOWN_SKU);
    }

    private static void loadMany(Run run, int lines) {
        learnSku("SKU");
        DATABASE.update("""
                insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
                select n, 'order-' || n, '', id, 1, %d from generate_series(1, %d) n, sku
                """.formatted(run.id(), lines));
    }

    @Override
    protected BatchRepository repository() {
        return repository;
    }

    @Override
    protected Run nextRun() {
        return DATABASE.nextRun();
    }

    @Override
    protected void know(Run run, Batch batch) {
        learnSku(batch.sku());
        DATABASE.jdbc()
                .sql("""
                        with added as (
                            insert into batch (reference, sku_id, first_run)
                            select :reference, id, :run from sku where code = :sku
                            returning id)
                        insert into batch_value (batch_id, from_run, quantity, eta)
                        select id, :run, :quantity, :eta from added
                        """)
                .param("run", run.id())
                .param("reference", batch.reference())
                .param("sku", batch.sku())
                .param("quantity", batch.purchasedQuantity())
                .param("eta", batch.eta(), Types.DATE)
                .update();
    }

    @Override
    protected void load(Run run, OpenLine line) {
        learnSku(line.line().sku());
        DATABASE.jdbc()
                .sql("""
                        insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
                        select ?, ?, ?, id, ?, ? from sku where code = ?
                        """)
                .params(
                        line.turn(),
                        line.line().orderId(),
                        line.line().lineNumber(),
                        line.line().quantity(),
                        run.id(),
                        line.line().sku())
                .update();
    }

    @Override
    protected void dispatch(Run run, OpenLine line) {
        DATABASE.jdbc()
                .sql("update standing_allocation set dispatched_run = ? where line_id = ?")
                .params(run.id(), line.turn())
                .update();
    }

    @Override
    protected void cancel(Run run, OpenLine line) {
        DATABASE.jdbc()
                .sql("""
                        with ended as (delete from standing_allocation where line_id = :line returning *)
                        insert into ended_allocation
                        select line_id, batch_id, quantity, from_run, :run, 'CANCELLED' from ended
                        """)
                .param("run", run.id())
                .param("line", line.turn())
                .update();
        DATABASE.jdbc()
                .sql("update line set cancelled_run = ? where id = ?")
                .params(run.id(), line.turn())
                .update();
    }

    @Override
    protected List<OpenLine> linesOf(String reference) {
        return DATABASE.jdbc()
                .sql("""
                        select line.id, order_id, line_number, sku.code as sku, line.quantity
                        from standing_allocation
                            join line on line.id = line_id
                            join sku on sku.id = line.sku_id
                            join batch on batch.id = batch_id
                        where reference = ?
                        order by line.id
                        """)
                .param(reference)
                .query((row, index) -> PostgresLedger.openLine(row))
                .list();
    }

    private static void learnSku(String sku) {
        DATABASE.jdbc()
                .sql("insert into sku (code) values (?) on conflict do nothing")
                .param(sku)
                .update();
    }
}
