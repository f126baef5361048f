package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.Actor;
import nightfill.domain.access.PasswordRule.Weakness;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.night.LineState;
import nightfill.domain.proof.FileState;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.watch.ComparedFeed;
import nightfill.domain.watch.ComparedFeed.Match;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.InputComparison;
import nightfill.domain.watch.InputComparison.Restart;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import nightfill.domain.watch.WhatCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever code there is, people read a cause in words of its own, and what to do. */
class EveryCodeTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 25);

    /** Whose attempts are called failed: what they say themselves is what is known of them. */
    private static final List<Kind> FAILURES =
            List.of(Kind.FAILED, Kind.USAGE, Kind.BUSY, Kind.FEEDS_CHANGED, Kind.NOT_READY);

    static Stream<Arguments> words() {
        return Stream.of(
                words(RejectReason.values(), reason -> Meanings.of(reason.name())),
                words(ShortageReason.values(), reason -> Meanings.of(reason.name())),
                words(NightStatus.values(), StatusWords::meaning),
                words(NightStatus.values(), status -> StatusWords.mark(status).word()),
                words(
                        NightStatus.values(),
                        status -> new NightSentence(DATE, status, WhatCounts.NOTHING, null, null).text()),
                words(WhatCounts.values(), StatusWords::counting),
                words(
                        Liveness.values(),
                        liveness -> LivenessWords.mark(liveness).word()),
                words(Evidence.values(), evidence -> LivenessWords.evidence(evidence, Duration.ofMinutes(3))),
                words(Match.values(), match -> InputWords.mark(match).word()),
                words(Match.values(), match -> InputWords.found(new ComparedFeed(Feed.BATCHES, match, true, 1, 2))),
                words(InputComparison.Verdict.values(), InputWords::verdict),
                words(Restart.values(), InputWords::restart),
                words(LineState.values(), status -> LineWords.mark(status).word()),
                words(FileState.values(), state -> FileWords.mark(state).word()),
                words(Actor.Kind.values(), kind -> new Actor(kind, "anna", "process 1 on shop-1").title()),
                words(Weakness.values(), Weakness::what),
                words(Remedy.Act.values(), act -> ProblemText.line(Problem.failed("", act))),
                words(Acceptance.values(), guard -> ProblemText.line(Problem.failed("", new Remedy.Accept(guard)))));
    }

    private static <E extends Enum<E>> Arguments words(E[] codes, Function<E, String> word) {
        List<String> words = new ArrayList<>();
        Arrays.stream(codes).forEach(code -> words.add(word.apply(code)));
        return arguments(codes[0].getDeclaringClass().getName(), codes, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void each_code_has_words_which_no_other_one_has(String type, Enum<?>[] codes, List<String> words) {
        assertThat(words)
                .as(type)
                .hasSameSizeAs(codes)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).isNotBlank().doesNotContain("null"));
        for (int each = 0; each < codes.length; each++) {
            assertThat(words.get(each)).isNotEqualTo(codes[each].name());
        }
    }

    /** Two ways for a run to have no data that count are one to whoever asks what became of it. */
    @ParameterizedTest
    @EnumSource
    void what_became_of_a_run_is_said(Run.State state) {
        assertThat(StatusWords.became(state)).isNotBlank();
    }

    /** What a process notes of its end, and what is noted of one that could not. */
    static Stream<String> exitCodes() {
        return Stream.concat(Stream.of(Kind.values()).map(Kind::name), Stream.of(Recorded.DIED));
    }

    @ParameterizedTest
    @MethodSource("exitCodes")
    void each_end_of_an_attempt_has_a_cause_and_a_way_out_also_where_it_could_say_nothing(String exitCode) {
        String status = exitCode.equals("STOPPED") ? "STOPPED" : "FAILED";
        NightStatus judged = new Recorded(status, exitCode, "").judge(true, Optional.empty());

        assertThat(StatusWords.explained(judged, "")).isNotBlank();
        assertThat(StatusWords.advice(judged)).isNotBlank();
        assertThat(judged == NightStatus.FAILED)
                .as("a kind that is called failed, or has a state of its own")
                .isEqualTo(FAILURES.stream().anyMatch(kind -> kind.name().equals(exitCode)));
    }

    @Test
    void an_attempt_that_noted_nothing_at_all_is_said_to_have_been_killed() {
        for (String open : List.of("STARTING", "STARTED", "STOPPING")) {
            NightStatus judged = new Recorded(open, "UNKNOWN", "").judge(true, Optional.of(Liveness.DEAD));
            assertThat(StatusWords.explained(judged, "")).contains("killed, out of memory");
            assertThat(StatusWords.advice(judged)).startsWith("run it again");
        }
    }

    /** Where nothing is wrong there is nothing to do. */
    @ParameterizedTest
    @EnumSource
    void whatever_waits_for_somebody_says_what_to_do(NightStatus status) {
        boolean atEase = List.of(NightStatus.RUNNING, NightStatus.FINISHED, NightStatus.ABANDONED, NightStatus.REPLACED)
                .contains(status);
        assertThat(StatusWords.advice(status).isEmpty()).isEqualTo(atEase);
    }
}
