package nightfill.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightfill.application.feeds.StagedRows;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.application.replay.PastNights.Effect;
import nightfill.domain.allocation.Batch;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.FeedRow;
import nightfill.domain.night.FeedRows;
import nightfill.domain.night.Night;
import nightfill.domain.night.NightFeeds;
import nightfill.domain.night.NightLine;
import nightfill.domain.night.NightState;
import nightfill.domain.run.Run;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What everyone who remembers nights must do. */
public abstract class PastNightsContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    protected abstract NightPorts ports();

    protected abstract PastNights past();

    @Test
    void before_the_first_night_nothing_was_known() {
        Run first = first();

        NightState state = past().before(first, List.of("1", "2", "3", "4"));

        assertThat(state.batches()).isEmpty();
        assertThat(state.lines(line -> true)).isEmpty();
    }

    @Test
    void before_a_night_all_batches_and_open_or_allocated_lines_are_known_as_they_were() {
        first();
        Run second = second();
        third();

        NightState state = past().before(second, List.of());

        assertThat(state.batches())
                .extracting(Batch::reference, Batch::purchasedQuantity, Batch::eta)
                .containsExactlyInAnyOrder(tuple("PO-1", 6, null), tuple("PO-2", 9, LocalDate.of(2026, 12, 1)));
        assertThat(state.lines(line -> true))
                .extracting(PastNightsContract::told)
                .containsExactly("1 PO-1", "2 PO-1", "3 PO-2", "4 null");
    }

    @Test
    void of_the_orders_that_are_asked_for_closed_lines_are_known_too() {
        first();
        second();
        Run third = third();

        assertThat(stateOf(third, "1,1,CHAIR,2")).isEqualTo("DUPLICATE");
        assertThat(stateOf(third, "3,1,LAMP,4")).isEqualTo("REJECTED");
        assertThat(stateOf(third, "6,1,DESK,9")).isEqualTo("DUPLICATE");
    }

    /** What becomes of a line that is cancelled, or sent once more. */
    private String stateOf(Run third, String line) {
        NightState state = past().before(third, List.of(line.substring(0, 1)));
        List<FeedRow> rows =
                StagedRows.of(Feed.ORDER_LINES, line).stream().map(FeedRow::new).toList();
        NightFeeds feeds = new NightFeeds(Map.of(Feed.ORDER_LINES, new FeedRows(Feed.ORDER_LINES, rows)));
        new Night(FRIDAY.plusDays(2), 100, Rules.CURRENT, state, feeds).work();
        return rows.get(0).outcome().kind().name();
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void each_effect_of_a_night_is_told_whatever_came_later(Effect effect) {
        first();
        Run second = second();
        List<String> told = told(second, effect);
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected(effect));

        third();

        assertThat(told(second, effect)).containsExactlyInAnyOrderElementsOf(told);
    }

    private static List<String> expected(Effect effect) {
        return switch (effect) {
            case LOADED -> List.of("5,5,1,CHAIR,1", "6,6,1,DESK,9");
            case LEFT -> List.of("6,1,DESK,9");
            case CANCELLED -> List.of("3,1,LAMP,4");
            case DISPATCHED -> List.of("1,1,CHAIR,2,PO-1", "4,1,DESK,1,PO-3");
            case RELEASED -> List.of("3,1,LAMP,4,PO-2,CANCELLED", "2,1,CHAIR,3,PO-1,BATCH_REDUCED");
            case ALLOCATED -> List.of("5,1,CHAIR,1,PO-1", "4,1,DESK,1,PO-3");
            case LEFT_OPEN -> List.of("2,1,CHAIR,3,SHORT");
            case MADE_KNOWN -> List.of("PO-3,DESK");
            case PURCHASED -> List.of("PO-1,4,", "PO-3,1,2026-12-24");
            case UNCHANGED -> List.of("PO-2");
            case REJECTED ->
                List.of("batches.csv,4,QUANTITY,PO-4,DESK,x,", "dispatches.csv,3,NOT_ALLOCATED,6,1,DESK,9");
            case COUNTED ->
                List.of(
                        "batches.csv,4,2,1,0,1",
                        "order_lines.csv,2,2,0,0,0",
                        "dispatches.csv,3,2,0,0,1",
                        "cancellations.csv,1,1,0,0,0");
            case REJECTS_REPORTED -> List.of();
        };
    }

    private Run first() {
        return new PortNight(ports(), FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,6,", "PO-2,LAMP,9,2026-12-01")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,2", "2,1,CHAIR,3", "3,1,LAMP,4", "4,1,DESK,1")
                .finish();
    }

    private Run second() {
        return new PortNight(ports(), FRIDAY.plusDays(1))
                .with(Feed.BATCHES, "PO-1,CHAIR,4,", "PO-2,LAMP,9,2026-12-01", "PO-3,DESK,1,2026-12-24", "PO-4,DESK,x,")
                .with(Feed.ORDER_LINES, "5,1,CHAIR,1", "6,1,DESK,9")
                .with(Feed.DISPATCHES, "1,1,CHAIR,2", "4,1,DESK,1", "6,1,DESK,9")
                .with(Feed.CANCELLATIONS, "3,1,LAMP,4")
                .finish();
    }

    private Run third() {
        return new PortNight(ports(), FRIDAY.plusDays(2))
                .with(Feed.BATCHES, "PO-1,CHAIR,2,2026-12-05", "PO-3,DESK,0,")
                .with(Feed.ORDER_LINES, "6,1,CHAIR,1")
                .with(Feed.DISPATCHES, "5,1,CHAIR,1")
                .with(Feed.CANCELLATIONS, "2,1,CHAIR,3")
                .finish();
    }

    private List<String> told(Run run, Effect effect) {
        List<String> told = new ArrayList<>();
        past().forEachEffect(run, effect, values -> told.add(String.join(",", values)));
        return effect == Effect.REJECTS_REPORTED ? List.of() : told;
    }

    private static String told(NightLine line) {
        Batch batch = line.batch();
        return line.line().line().orderId() + " " + (batch == null ? null : batch.reference());
    }
}
