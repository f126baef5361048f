package nightfill.application.look;

import java.time.LocalDate;
import java.util.List;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.night.LineState;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** The lines of orders as they are now. */
public interface OrderRecords {

    /**
     * The lines of an order that count, in the order of their turns.
     *
     * @param afterTurn 0 for the first ones
     */
    List<Line> lines(String orderId, long afterTurn, int most);

    /**
     * A line.
     *
     * @param loaded the run that first knew it; null of one that was allocated at once, and is to be loaded
     * @param promise null where it has no batch
     * @param reason why it has none, as the last finished run saw it; empty where that has not seen it
     */
    record Line(
            long turn,
            OrderLine line,
            @Nullable RunName loaded,
            LineState status,
            @Nullable Promise promise,
            String reason) {}

    /**
     * What a line was promised.
     *
     * @param eta null where it is in the warehouse
     * @param since the run that bound it; null where it was allocated at once, and no run has loaded it
     */
    record Promise(
            String reference,
            @Nullable LocalDate eta,
            @Nullable RunName since) {}
}
