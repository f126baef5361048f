package nightfill.adapter.web.console;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.web.Moment;
import nightfill.adapter.web.ShownMark;
import nightfill.adapter.web.console.NightLine.Name;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunView;
import nightfill.domain.proof.FileState;
import nightfill.domain.run.RunName;
import nightfill.view.FileWords;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/**
 * What counts in the data, whether its books balance, and what hangs together with what.
 *
 * @param buildsOn null where it builds on none
 */
record CountingSheet(
        String text,
        String books,
        @Nullable Base buildsOn,
        List<Link> chain,
        @Nullable Name before,
        @Nullable Name after) {

    /** Another run that this one has to do with. */
    record Link(String what, Name run) {}

    /**
     * The run that it builds on.
     *
     * @param proof null where its manifest cannot be read from here
     */
    record Base(Name run, @Nullable Proof proof) {}

    /** How its manifest in OUTPUT was found, and when. */
    record Proof(ShownMark mark, String meaning, Moment at) {}

    static CountingSheet of(RunView run, Behind.Known behind, Clock clock) {
        Chain chain = run.chain();
        return new CountingSheet(
                StatusWords.counting(run.run().counts()),
                Books.text(run),
                chain.buildsOn() == null ? null : new Base(Name.of(chain.buildsOn()), proof(behind, clock)),
                Stream.of(link("replaces", chain.replaces()), link("was replaced by", chain.replacedBy()))
                        .flatMap(Optional::stream)
                        .toList(),
                chain.neighbours().before() == null
                        ? null
                        : Name.of(chain.neighbours().before()),
                chain.neighbours().after() == null
                        ? null
                        : Name.of(chain.neighbours().after()));
    }

    private static @Nullable Proof proof(Behind.Known behind, Clock clock) {
        return behind.manifest()
                .map(state -> new Proof(
                        ShownMark.of(FileWords.mark(state)),
                        state == FileState.UNCHANGED ? "" : ": " + FileWords.meaning(state),
                        Moment.ofMinute(clock.instant(), clock.getZone())))
                .orElse(null);
    }

    private static Optional<Link> link(String what, @Nullable RunName run) {
        return Optional.ofNullable(run).map(name -> new Link(what, Name.of(name)));
    }
}
