package nightfill.view;

import nightfill.domain.night.LineState;
import nightfill.view.Mark.Shape;
import nightfill.view.Mark.Tone;

/** Words for what has become of an order line. */
public final class LineWords {

    private LineWords() {}

    public static Mark mark(LineState status) {
        return switch (status) {
            case OPEN -> new Mark("waits", Shape.RING, Tone.WARNING);
            case ALLOCATED -> new Mark("allocated", Shape.DOT, Tone.GOOD);
            case DISPATCHED -> new Mark("dispatched", Shape.ARROW, Tone.QUIET);
            case LEFT -> new Mark("left without a batch", Shape.ARROW, Tone.WARNING);
            case CANCELLED -> new Mark("cancelled", Shape.DASH, Tone.QUIET);
        };
    }
}
