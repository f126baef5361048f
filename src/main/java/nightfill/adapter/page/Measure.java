package nightfill.adapter.page;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import nightfill.application.figures.Compared;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.view.Numbers;

/** A figure as shown, with its change since the night before; empty where there was none. */
record Measure(String value, String change) {

    static Measure of(Compared figure) {
        return new Measure(Numbers.grouped(figure.tonight()), Numbers.change(figure.change()));
    }

    static Measure of(NightPage night, ToLongFunction<Summary> figure) {
        return of(night.compared(figure));
    }

    /** A figure in lines and in units. */
    record Pair(String name, Measure lines, Measure units) {

        static Pair of(NightPage night, String name, ToLongFunction<Summary.Flow> figure) {
            return new Pair(
                    name,
                    of(night, summary -> summary.figures().lines(), figure),
                    of(night, summary -> summary.figures().units(), figure));
        }

        private static Measure of(
                NightPage night, Function<Summary, Summary.Flow> side, ToLongFunction<Summary.Flow> figure) {
            return Measure.of(night, summary -> figure.applyAsLong(side.apply(summary)));
        }
    }
}
