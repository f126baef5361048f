package nightfill.adapter.web.console;

import java.time.ZoneId;
import java.util.List;
import nightfill.adapter.web.ShownMark;
import nightfill.adapter.web.console.NightLine.Name;
import nightfill.application.watch.JudgedAttempt;
import nightfill.application.watch.NeedsAttention.Attention;
import nightfill.application.watch.NeedsAttention.Trouble;
import nightfill.application.watch.NightRecords.Owed;
import nightfill.view.StatusWords;

/** What needs a person, each with the one place to go to. */
record AttentionSheet(List<TroubleLine> troubles, List<OwedLine> owed) {

    record TroubleLine(Name name, ShownMark mark, Sentence sentence, String reason) {

        static TroubleLine of(Trouble trouble, ZoneId zone) {
            JudgedAttempt attempt = trouble.attempt();
            return new TroubleLine(
                    Name.of(trouble.run().name()),
                    ShownMark.of(StatusWords.mark(trouble.status())),
                    Sentence.of(
                            trouble.date(),
                            trouble.status(),
                            trouble.run().counts(),
                            new Sentence.Known(
                                    attempt == null
                                            ? null
                                            : attempt.attempt().times().ended(),
                                    null),
                            zone),
                    StatusWords.explained(
                            trouble.status(),
                            attempt == null ? "" : attempt.attempt().recorded().message()));
        }
    }

    record OwedLine(Name name, String directory) {

        static OwedLine of(Owed owed) {
            return new OwedLine(Name.of(owed.run()), owed.directory());
        }
    }

    public boolean has() {
        return !troubles.isEmpty() || !owed.isEmpty();
    }

    static AttentionSheet of(Attention attention, ZoneId zone) {
        return new AttentionSheet(
                attention.troubles().stream()
                        .map(trouble -> TroubleLine.of(trouble, zone))
                        .toList(),
                attention.owed().stream().map(OwedLine::of).toList());
    }
}
