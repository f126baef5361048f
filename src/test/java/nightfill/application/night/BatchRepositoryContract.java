package nightfill.application.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every repository of batches must do; each one runs it. */
public abstract class BatchRepositoryContract {

    private static final LocalDate ETA = LocalDate.of(2026, 12, 1);

    protected abstract BatchRepository repository();

    /** Ends the run before, if any, and begins one that allocates. */
    protected abstract Run nextRun();

    /** Makes a batch known, which has no lines yet. */
    protected abstract void know(Run run, Batch batch);

    /** Lets a line wait for its turn. */
    protected abstract void load(Run run, OpenLine line);

    protected abstract void dispatch(Run run, OpenLine line);

    /** Cancels a line, which loses its batch. */
    protected abstract void cancel(Run run, OpenLine line);

    /** The lines allocated to a batch, dispatched ones included, by turn. */
    protected abstract List<OpenLine> linesOf(String reference);

    @Test
    void texts_come_back_as_they_are() {
        String odd = "a\\b\"c',\u2028ü\uD83D\uDE9A {?} :x";
        Run run = nextRun();
        know(run, new Batch(odd, odd, 1, null));
        load(run, new OpenLine(1, new OrderLine(odd, odd, odd, 1)));
        Walk walk = walk(run);
        assertThat(walk.lines()).containsExactly(new OpenLine(1, new OrderLine(odd, odd, odd, 1)));
        assertThat(walk.supplies()).extracting(Supply::reference).containsExactly(odd);
    }

    @Test
    void waiting_lines_take_their_turn_sku_by_sku_with_the_supplies_of_each() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        know(run, new Batch("PO-2", "TABLE", 30, ETA));
        know(run, new Batch("PO-3", "CHAIR", 40, ETA));
        know(run, new Batch("PO-4", "LAMP", 50, null));
        load(run, line(5, "CHAIR", 1));
        load(run, line(4, "TABLE", 2));
        load(run, line(3, "CHAIR", 3));
        load(run, line(20, "CHAIR", 4));
        load(run, line(1, "TABLE", 5));
        Walk walk = walk(run);
        assertThat(walk.size).isEqualTo(5);
        assertThat(walk.of("CHAIR")).containsExactly(line(3, "CHAIR", 3), line(5, "CHAIR", 1), line(20, "CHAIR", 4));
        assertThat(walk.of("TABLE")).containsExactly(line(1, "TABLE", 5), line(4, "TABLE", 2));
        assertThat(walk.supplies())
                .extracting(Supply::reference, Supply::eta, Supply::available)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("PO-1", null, 20L),
                        org.assertj.core.groups.Tuple.tuple("PO-2", ETA, 30L),
                        org.assertj.core.groups.Tuple.tuple("PO-3", ETA, 40L));
    }

    @Test
    void many_skus_and_lines_stay_in_step() {
        Run run = nextRun();
        for (int sku = 0; sku < 40; sku++) {
            for (int number = 0; number < sku % 4; number++) {
                know(run, new Batch("PO-%d-%d".formatted(sku, number), "SKU-" + sku, sku + 1, null));
            }
        }
        IntStream.range(1, 200).forEach(turn -> load(run, line(turn, "SKU-" + turn * 7 % 40, 1 + turn % 3)));
        Walk walk = walk(run);
        assertThat(walk.lines()).hasSize(199);
        for (int sku = 0; sku < 40; sku++) {
            assertThat(walk.of("SKU-" + sku))
                    .isNotEmpty()
                    .isSortedAccordingTo((left, right) -> Long.compare(left.turn(), right.turn()));
        }
        assertThat(walk.supplies()).hasSize(60);
    }

    @Test
    void a_sku_without_any_batch_has_no_supplies() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "ATLANTIS", 1));
        load(run, line(2, "CHAIR", 1));
        load(run, line(3, "ZEPPELIN", 1));
        Walk walk = walk(run);
        assertThat(walk.lines()).hasSize(3);
        assertThat(walk.supplies()).extracting(Supply::reference).containsExactly("PO-1");
    }

    @Test
    void nothing_waits_where_nothing_was_loaded() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        assertThat(walk(run).size).isZero();
        assertThat(walk(run).lines()).isEmpty();
    }

    @Test
    void an_allocated_line_stands_at_its_batch_and_waits_no_longer() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        allocateAll(run);
        assertThat(linesOf("PO-1")).containsExactly(line(1, "CHAIR", 15));
        assertThat(walk(run).lines()).isEmpty();
        assertThat(walk(nextRun()).lines()).isEmpty();
    }

    @Test
    void what_is_allocated_is_taken_off_the_supplies_dispatched_lines_included() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 2));
        allocateAll(run);
        Run next = nextRun();
        dispatch(next, line(2, "CHAIR", 2));
        load(next, line(3, "CHAIR", 1));
        assertThat(walk(next).supplies()).extracting(Supply::available).containsExactly(3L);
    }

    @Test
    void recording_the_same_again_changes_nothing() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 15));
        List<Decision> decisions = allocateAll(run);
        assertThat(decisions).hasExactlyElementsOfTypes(Allocated.class, OutOfStock.class);
        repository().record(run, decisions);
        repository().record(run, decisions.subList(1, 2));
        assertThat(linesOf("PO-1")).containsExactly(line(1, "CHAIR", 15));
        assertThat(walk(run).lines()).isEmpty();
        assertThat(walk(nextRun()).lines()).containsExactly(line(2, "CHAIR", 15));
    }

    @Test
    void recording_nothing_is_allowed() {
        Run run = nextRun();
        repository().record(run, List.of());
        assertThat(walk(run).lines()).isEmpty();
    }

    @Test
    void a_line_out_of_stock_is_not_asked_again_in_the_same_run_but_in_the_next() {
        Run run = nextRun();
        load(run, line(1, "CHAIR", 15));
        repository().record(run, List.of(new OutOfStock(line(1, "CHAIR", 15), ShortageReason.UNKNOWN_SKU)));
        assertThat(walk(run).lines()).isEmpty();
        Run next = nextRun();
        know(next, new Batch("PO-1", "CHAIR", 20, null));
        assertThat(walk(next).lines()).containsExactly(line(1, "CHAIR", 15));
        assertThat(allocateAll(next)).hasExactlyElementsOfTypes(Allocated.class);
    }

    @Test
    void a_run_taken_up_again_is_told_only_what_it_has_not_decided() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 15));
        load(run, line(3, "CHAIR", 5));
        repository().record(run, decideAll(run).subList(0, 2));
        assertThat(walk(run).lines()).containsExactly(line(3, "CHAIR", 5));
        assertThat(walk(run).supplies()).extracting(Supply::available).containsExactly(5L);
        assertThat(allocateAll(run)).hasExactlyElementsOfTypes(Allocated.class);
        assertThat(linesOf("PO-1")).containsExactly(line(1, "CHAIR", 15), line(3, "CHAIR", 5));
    }

    @Test
    void a_cancelled_line_gives_its_units_back_and_never_waits_again() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 6));
        allocateAll(run);
        Run next = nextRun();
        cancel(next, line(1, "CHAIR", 15));
        assertThat(walk(next).lines()).containsExactly(line(2, "CHAIR", 6));
        assertThat(walk(next).supplies()).extracting(Supply::available).containsExactly(20L);
    }

    @Test
    void a_later_run_cannot_allocate_an_allocated_line_again() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        know(run, new Batch("PO-2", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        List<Supply> supplies = walk(run).supplies;
        allocateAll(run);
        Run next = nextRun();
        for (Supply supply : supplies) {
            assertThatThrownBy(() -> repository().record(next, List.of(new Allocated(line(1, "CHAIR", 15), supply))))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(linesOf("PO-1")).hasSize(1);
        assertThat(linesOf("PO-2")).isEmpty();
    }

    @Test
    void a_cancelled_line_cannot_be_allocated() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        List<Decision> decisions = decideAll(run);
        cancel(run, line(1, "CHAIR", 15));
        assertThatThrownBy(() -> repository().record(run, decisions)).isInstanceOf(RuntimeException.class);
        assertThat(linesOf("PO-1")).isEmpty();
    }

    @Test
    void turns_are_as_of_the_moment_in_which_they_were_opened() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        know(run, new Batch("PO-2", "TABLE", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "TABLE", 15));
        List<Decision> decisions = decideAll(run);
        try (Turns turns = repository().turns(run)) {
            repository().record(run, decisions);
            Walk walk = Walk.over(turns);
            assertThat(walk.lines()).hasSize(2);
            assertThat(walk.supplies()).extracting(Supply::available).containsExactly(20L, 20L);
        }
        assertThat(walk(run).lines()).isEmpty();
    }

    @Test
    void behind_the_last_line_there_is_none_however_often_one_asks() {
        Run run = nextRun();
        load(run, line(1, "CHAIR", 15));
        try (Turns turns = repository().turns(run)) {
            assertThat(turns.next()).isEqualTo(line(1, "CHAIR", 15));
            assertThat(turns.next()).isNull();
            assertThat(turns.next()).isNull();
            assertThat(turns.size()).isEqualTo(1);
        }
    }

    private static OpenLine line(long turn, String sku, int quantity) {
        return new OpenLine(turn, new OrderLine("order-" + turn, turn % 2 == 0 ? "" : "1", sku, quantity));
    }

    private List<Decision> allocateAll(Run run) {
        List<Decision> decisions = decideAll(run);
        repository().record(run, decisions);
        return decisions;
    }

    private List<Decision> decideAll(Run run) {
        List<Decision> decisions = new ArrayList<>();
        try (Turns turns = repository().turns(run)) {
            String sku = "";
            SkuStock stock = new SkuStock(List.of());
            for (OpenLine line = turns.next(); line != null; line = turns.next()) {
                if (!line.line().sku().equals(sku)) {
                    sku = line.line().sku();
                    stock = new SkuStock(turns.supplies(sku));
                }
                decisions.add(stock.allocate(line));
            }
        }
        return decisions;
    }

    protected final Walk walk(Run run) {
        try (Turns turns = repository().turns(run)) {
            return Walk.over(turns);
        }
    }

    /** One way through all turns; every SKU may come up once only. */
    protected static final class Walk {

        private final List<OpenLine> lines = new ArrayList<>();
        private final List<Supply> supplies = new ArrayList<>();
        private long size;

        static Walk over(Turns turns) {
            Walk walk = new Walk();
            walk.size = turns.size();
            Set<String> skus = new HashSet<>();
            @Nullable String current = null;
            for (OpenLine line = turns.next(); line != null; line = turns.next()) {
                if (!line.line().sku().equals(current)) {
                    current = line.line().sku();
                    assertThat(skus.add(current))
                            .as("%s comes up once", current)
                            .isTrue();
                    walk.supplies.addAll(turns.supplies(current));
                }
                walk.lines.add(line);
            }
            return walk;
        }

        public List<OpenLine> lines() {
            return lines;
        }

        public List<Supply> supplies() {
            return supplies;
        }

        public List<OpenLine> of(String sku) {
            return lines.stream().filter(line -> line.line().sku().equals(sku)).toList();
        }
    }
}
