package nightfill.application.figures;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The night for people: its summary beside that of the night before, its control totals, and what only its rows show.
 *
 * @param silent the batches that purchasing has been silent about
 * @param before of the run on whose state this one builds; none for the first
 */
public record NightPage(
        Summary tonight,
        Optional<Summary> before,
        List<ControlTotal> checks,
        NightDetail detail,
        SilentBatches silent) {

    public Compared compared(ToLongFunction<Summary> figure) {
        return new Compared(
                figure.applyAsLong(tonight), before.map(figure::applyAsLong).orElse(null));
    }

    public List<ControlTotal> differences() {
        return checks.stream().filter(check -> !check.balances()).toList();
    }

    public Ageing ageing() {
        return Ageing.of(tonight.identity().date(), detail.openSince());
    }
}
