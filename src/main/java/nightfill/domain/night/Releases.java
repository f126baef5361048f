package nightfill.domain.night;

import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;

/** Releases the lines that reduced batches can no longer hold. SQL twin: {@code LineReleases}. */
public record Releases(NightState state) {

    public void release() {
        for (Batch batch : state.batches()) {
            for (OpenLine line : batch.excess()) {
                state.line(line.line()).release();
            }
        }
    }
}
