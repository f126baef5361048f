package nightfill.adapter.web.console.act;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.ShownMark;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.application.act.Preview;
import nightfill.application.act.Target;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.act.Verdict.Possible;
import nightfill.application.compare.CompareInput.Compared;
import nightfill.domain.access.Act;
import nightfill.view.ActWords;
import nightfill.view.InputWords;
import nightfill.view.LivenessWords;
import nightfill.view.Moments;
import nightfill.view.Spans;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/**
 * The page of an act.
 *
 * @param refusal why nothing was done; null where nobody has asked yet
 * @param impossible why it cannot be done; null where it can
 */
record ActSheet(
        Top top,
        SeenFacts seen,
        @Nullable Effects can,
        @Nullable String impossible,
        @Nullable String refusal,
        @Nullable Fields form) {

    /** What is to be done, and where one comes from. */
    record Top(String heading, String back, String backTo) {}

    /** What it will do and will not, and how long that takes. */
    record Effects(
            List<String> will,
            List<String> willNot,
            @Nullable String until,
            String command) {}

    /** What is true as the page is made. */
    record SeenFacts(
            String at,
            @Nullable ShownMark mark,
            String owner,
            String fence,
            @Nullable String input) {}

    /** What the form asks for. */
    record Fields(String seen, Asked asks, ActForm typed, String date) {}

    /**
     * @param signature a note and the date
     * @param factor null where the session has shown it of late
     */
    record Asked(boolean signature, FreshFactor.@Nullable Asked factor) {}

    /** What the form asks for to prove once more who presses. */
    FreshFactor.@Nullable Asked asksFactor() {
        return form == null ? null : form.asks().factor();
    }

    static ActSheet of(
            Preview preview, ActForm typed, FreshFactor.@Nullable Asked factor, @Nullable String refusal, Clock clock) {
        Target target = preview.target();
        return new ActSheet(
                top(preview),
                seen(preview, clock),
                preview.verdict() instanceof Possible possible ? effects(preview, possible, clock) : null,
                preview.verdict() instanceof Impossible impossible ? impossible.reason() : null,
                refusal,
                preview.verdict() instanceof Possible
                        ? new Fields(
                                preview.seen().text(),
                                new Asked(preview.act().needsNote(), factor),
                                typed,
                                target.date().toString())
                        : null);
    }

    private static Top top(Preview preview) {
        String date = preview.target().date().toString();
        return new Top(
                ActWords.heading(preview.act(), date),
                ActPaths.back(preview.target()),
                ActPaths.backTo(preview.target()));
    }

    private static SeenFacts seen(Preview preview, Clock clock) {
        Target target = preview.target();
        return new SeenFacts(
                Moments.exactly(clock.instant(), clock.getZone()),
                target.status().map(StatusWords::mark).map(ShownMark::of).orElse(null),
                target.owner()
                        .map(owner -> owner.who().name() + ": "
                                + LivenessWords.evidence(
                                        owner.evidence(), owner.heard().silence()))
                        .orElse("nobody"),
                target.owner().map(owner -> Long.toString(owner.held().fence())).orElse("free"),
                preview.input().map(compared -> input(preview.act(), compared)).orElse(null));
    }

    private static String input(Act act, Compared compared) {
        String verdict = InputWords.verdict(compared.how().verdict());
        return act == Act.CORRECT
                ? verdict
                : verdict + "; " + InputWords.restart(compared.how().restart());
    }

    private static Effects effects(Preview preview, Possible possible, Clock clock) {
        return new Effects(
                possible.effects(),
                possible.untouched(),
                until(preview.target().expected(preview.act()), clock, Optional.empty()),
                preview.command());
    }

    static @Nullable String until(@Nullable Duration expected, Clock clock, Optional<Instant> deadline) {
        Instant now = clock.instant();
        return Optional.ofNullable(expected)
                .filter(left -> !left.isZero())
                .map(left -> "about %s by the last nights of its weekday, so until about %s (%s)%s"
                        .formatted(
                                Spans.text(left),
                                Moments.time(now.plus(left), clock.getZone()),
                                clock.getZone(),
                                deadline.map(until -> ", " + Spans.deadline(now.plus(left), until))
                                        .orElse("")))
                .orElse(null);
    }
}
