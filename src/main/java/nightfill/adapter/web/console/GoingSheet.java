package nightfill.adapter.web.console;

import java.util.Optional;
import nightfill.application.watch.NightProgress;
import nightfill.view.Numbers;
import nightfill.view.ProgressWords;
import nightfill.view.Spans;
import org.jspecify.annotations.Nullable;

/** How far it is. */
record GoingSheet(String step, String rows, String rate, String stepLeft, String left) {

    static @Nullable GoingSheet of(Optional<NightProgress> progress) {
        return progress.map(now -> new GoingSheet(
                        ProgressWords.step(now.step(), now.phase()),
                        Numbers.grouped(now.pace().rows()),
                        Optional.ofNullable(now.pace().rowsPerSecond())
                                .map(rate -> Numbers.grouped(Math.round(rate)))
                                .orElse(""),
                        Spans.text(now.stepRemaining()),
                        Spans.text(now.remaining())))
                .orElse(null);
    }
}
