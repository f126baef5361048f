package nightfill.adapter.web.console;

import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.ShownMark;
import nightfill.application.compare.CompareInput.Compared;
import nightfill.domain.watch.ComparedFeed;
import nightfill.domain.watch.ComparedFeed.Match;
import nightfill.domain.watch.InputComparison;
import nightfill.view.InputWords;
import org.jspecify.annotations.Nullable;

/** What INPUT holds of what an unfinished run accepted, and what running it again would begin with. */
record InputSheet(
        String directory,
        String verdict,
        String restart,
        @Nullable String advice,
        @Nullable Table table) {

    record Table(List<InPlace> feeds) {}

    /** A feed, and what is in its place. */
    record InPlace(String name, ShownMark mark, String found, String copy) {

        static InPlace of(ComparedFeed feed) {
            return new InPlace(
                    feed.feed().fileName(),
                    ShownMark.of(InputWords.mark(feed.match())),
                    InputWords.found(feed),
                    copy(feed));
        }

        private static String copy(ComparedFeed feed) {
            if (feed.match() == Match.NEW) {
                return "";
            }
            return feed.kept() ? "is there" : "is not in this home";
        }
    }

    static @Nullable InputSheet of(Optional<Compared> compared) {
        return compared.map(InputSheet::of).orElse(null);
    }

    private static InputSheet of(Compared compared) {
        InputComparison how = compared.how();
        return new InputSheet(
                compared.directory().toString(),
                InputWords.verdict(how.verdict()),
                InputWords.restart(how.restart()),
                InputWords.advice(how).isEmpty() ? null : InputWords.advice(how),
                how.seen() ? new Table(how.feeds().stream().map(InPlace::of).toList()) : null);
    }
}
