package nightfill.application.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.allocation.Turn;
import nightfill.domain.run.Run;
import nightfill.domain.words.Eta;
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
        OpenLine line = new OpenLine(1, new OrderLine(odd, odd, odd, 1));
        Run run = nextRun();
        know(run, new Batch(odd, odd, 1, null));
        load(run, line);
        allocateAll(run);
        assertThat(linesOf(odd)).containsExactly(line);
    }

    @Test
    void waiting_lines_take_their_turn_each_with_the_stock_of_its_sku() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        know(run, new Batch("PO-2", "TABLE", 30, ETA));
        know(run, new Batch("PO-3", "CHAIR", 40, ETA));
        know(run, new Batch("PO-4", "LAMP", 50, null));
        load(run, line(5, "CHAIR", 18));
        load(run, line(4, "TABLE", 2));
        load(run, line(3, "CHAIR", 3));
        load(run, line(20, "CHAIR", 4));
        load(run, line(1, "TABLE", 5));
        assertThat(waiting(run)).extracting(Demand::turn).containsExactly(1L, 3L, 4L, 5L, 20L);
        allocateAll(run);
        assertThat(linesOf("PO-1")).containsExactly(line(3, "CHAIR", 3), line(20, "CHAIR", 4));
        assertThat(linesOf("PO-2")).containsExactly(line(1, "TABLE", 5), line(4, "TABLE", 2));
        assertThat(linesOf("PO-3")).containsExactly(line(5, "CHAIR", 18));
        assertThat(linesOf("PO-4")).isEmpty();
    }

    /** References in the order of their code points, which is not that of UTF-16. */
    @Test
    void batches_serve_in_the_order_of_preference() {
        List<Batch> preferredFirst = List.of(
                new Batch("PO-10", "CHAIR", 1, null),
                new Batch("PO-9", "CHAIR", 1, null),
                new Batch("po-1", "CHAIR", 1, null),
                new Batch("\uFF5E", "CHAIR", 1, null),
                new Batch("\uD83D\uDE9A", "CHAIR", 1, null),
                new Batch("PO-8", "CHAIR", 1, LocalDate.of(2000, 1, 1)),
                new Batch("PO-1", "CHAIR", 1, ETA),
                new Batch("PO-2", "CHAIR", 1, ETA),
                new Batch("PO-0", "CHAIR", 1, LocalDate.of(2199, 12, 31)),
                new Batch("A", "CHAIR", 1, Eta.UNKNOWN));
        Run run = nextRun();
        List<Batch> known = new ArrayList<>(preferredFirst);
        Collections.shuffle(known, new Random(1));
        known.forEach(batch -> know(run, batch));
        IntStream.rangeClosed(1, known.size()).forEach(turn -> load(run, line(turn, "CHAIR", 1)));
        allocateAll(run);
        for (int place = 0; place < known.size(); place++) {
            assertThat(linesOf(preferredFirst.get(place).reference())).containsExactly(line(place + 1, "CHAIR", 1));
        }
    }

    @Test
    void a_sku_without_any_batch_has_no_stock() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "ATLANTIS", 1));
        load(run, line(2, "CHAIR", 1));
        load(run, line(3, "ZEPPELIN", 1));
        assertThat(allocateAll(run))
                .hasExactlyElementsOfTypes(OutOfStock.class, Allocated.class, OutOfStock.class)
                .contains(new OutOfStock(new Demand(3, 1), ShortageReason.UNKNOWN_SKU));
    }

    @Test
    void nothing_waits_where_nothing_was_loaded() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        assertThat(waiting(run)).isEmpty();
    }

    @Test
    void an_allocated_line_stands_at_its_batch_and_waits_no_longer() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        allocateAll(run);
        assertThat(linesOf("PO-1")).containsExactly(line(1, "CHAIR", 15));
        assertThat(waiting(run)).isEmpty();
        assertThat(waiting(nextRun())).isEmpty();
    }

    @Test
    void a_promise_that_is_kept_stands_at_its_batch_before_any_line_has_its_turn() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 15));
        Allocated promised = (Allocated) decideAll(run).get(0);
        repository().keep(run, List.of(promised));
        repository().keep(run, List.of());
        assertThat(waiting(run)).extracting(Demand::turn).containsExactly(2L);
        assertThat(allocateAll(run)).hasExactlyElementsOfTypes(OutOfStock.class);
        assertThat(linesOf("PO-1")).containsExactly(line(1, "CHAIR", 15));
    }

    @Test
    void what_is_allocated_is_taken_off_the_stock_dispatched_lines_included() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 2));
        allocateAll(run);
        Run next = nextRun();
        dispatch(next, line(2, "CHAIR", 2));
        load(next, line(3, "CHAIR", 4));
        load(next, line(4, "CHAIR", 3));
        assertThat(allocateAll(next)).hasExactlyElementsOfTypes(OutOfStock.class, Allocated.class);
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
        assertThat(waiting(run)).isEmpty();
        assertThat(waiting(nextRun())).containsExactly(new Demand(2, 15));
    }

    @Test
    void recording_nothing_is_allowed() {
        Run run = nextRun();
        repository().record(run, List.of());
        assertThat(waiting(run)).isEmpty();
    }

    @Test
    void a_line_out_of_stock_is_not_asked_again_in_the_same_run_but_in_the_next() {
        Run run = nextRun();
        load(run, line(1, "CHAIR", 15));
        repository().record(run, List.of(new OutOfStock(new Demand(1, 15), ShortageReason.UNKNOWN_SKU)));
        assertThat(waiting(run)).isEmpty();
        Run next = nextRun();
        know(next, new Batch("PO-1", "CHAIR", 20, null));
        assertThat(waiting(next)).containsExactly(new Demand(1, 15));
        assertThat(allocateAll(next)).hasExactlyElementsOfTypes(Allocated.class);
    }

    @Test
    void a_run_taken_up_again_is_told_only_what_it_has_not_decided() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 15));
        load(run, line(3, "CHAIR", 6));
        load(run, line(4, "CHAIR", 5));
        repository().record(run, decideAll(run).subList(0, 2));
        assertThat(waiting(run)).containsExactly(new Demand(3, 6), new Demand(4, 5));
        assertThat(allocateAll(run)).hasExactlyElementsOfTypes(OutOfStock.class, Allocated.class);
        assertThat(linesOf("PO-1")).containsExactly(line(1, "CHAIR", 15), line(4, "CHAIR", 5));
    }

    @Test
    void a_cancelled_line_gives_its_units_back_and_never_waits_again() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        load(run, line(2, "CHAIR", 20));
        allocateAll(run);
        Run next = nextRun();
        cancel(next, line(1, "CHAIR", 15));
        assertThat(waiting(next)).containsExactly(new Demand(2, 20));
        assertThat(allocateAll(next)).hasExactlyElementsOfTypes(Allocated.class);
    }

    @Test
    void a_later_run_cannot_allocate_an_allocated_line_again() {
        Run run = nextRun();
        know(run, new Batch("PO-1", "CHAIR", 20, null));
        load(run, line(1, "CHAIR", 15));
        List<Decision> decisions = allocateAll(run);
        Run next = nextRun();
        assertThatThrownBy(() -> repository().record(next, decisions)).isInstanceOf(RuntimeException.class);
        assertThat(linesOf("PO-1")).hasSize(1);
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
            assertThat(decide(turns)).isEqualTo(decisions);
        }
        assertThat(waiting(run)).isEmpty();
    }

    @Test
    void behind_the_last_line_there_is_none_however_often_one_asks() {
        Run run = nextRun();
        load(run, line(1, "CHAIR", 15));
        load(run, line(9, "CHAIR", 15));
        try (Turns turns = repository().turns(run)) {
            assertThat(turns.next()).isNotNull();
            assertThat(turns.share()).isBetween(0.0, 0.5);
            assertThat(turns.next()).isNotNull();
            assertThat(turns.next()).isNull();
            assertThat(turns.next()).isNull();
            assertThat(turns.share()).isEqualTo(1);
        }
    }

    private static OpenLine line(long turn, String sku, int quantity) {
        return new OpenLine(turn, new OrderLine("order-" + turn, turn % 2 == 0 ? "" : "1", sku, quantity));
    }

    protected final List<Decision> allocateAll(Run run) {
        List<Decision> decisions = decideAll(run);
        repository().record(run, decisions);
        return decisions;
    }

    private List<Decision> decideAll(Run run) {
        try (Turns turns = repository().turns(run)) {
            return decide(turns);
        }
    }

    private List<Demand> waiting(Run run) {
        return decideAll(run).stream().map(Decision::demand).toList();
    }

    protected static List<Decision> decide(Turns turns) {
        List<Decision> decisions = new ArrayList<>();
        for (Turn turn = turns.next(); turn != null; turn = turns.next()) {
            decisions.add(turn.decide());
        }
        return decisions;
    }
}
