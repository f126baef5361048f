package nightfill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Accept;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.TakeOverFrom;
import nightfill.application.problem.Remedy.Then;
import nightfill.domain.run.Acceptance;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Option;

class ProblemTextTest {

    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @Test
    void without_a_remedy_a_problem_is_said_as_it_is() {
        assertThat(line()).isEqualTo("it rains");
    }

    @Test
    void what_to_do_follows_what_is_wrong() {
        assertThat(line(Remedy.mend("wait"))).isEqualTo("it rains; wait");
    }

    @Test
    void remedies_are_alternatives() {
        assertThat(line(Remedy.mend("wait"), Act.NAME_OUTPUT, new Accept(Acceptance.SAME_FEED)))
                .isEqualTo("it rains; wait, or name the right --output,"
                        + " or if this is right, run again with --accept-same-feed");
    }

    @Test
    void some_come_after_others() {
        assertThat(line(Remedy.mend("wait"), Remedy.mend("go in"), new Then(Act.RETRY)))
                .isEqualTo("it rains; wait, or go in; then try again");
        assertThat(line(Remedy.mend("wait"), new Then(Act.RETRY))).isEqualTo("it rains; wait, then try again");
        assertThat(line(new Then(Act.RETRY))).isEqualTo("it rains; try again");
    }

    @Test
    void what_was_stopped_needs_no_mending() {
        assertThat(ProblemText.line(Problem.failed("no sync", new InterruptedIOException("it was stopped"))))
                .isEqualTo("no sync: it was stopped; run it again to continue");
        assertThat(ProblemText.line(Problem.failed("no sync", new IOException("it rains"))))
                .isEqualTo("no sync: it rains; fix this, then try again");
    }

    @Test
    void a_take_over_has_its_time() {
        assertThat(line(new TakeOverFrom("04:05:06")))
                .isEqualTo(
                        "it rains; take it over with nightfill run --take-over from 04:05:06 on if there is no heartbeat until then");
    }

    @Test
    void no_two_remedies_sound_alike() {
        assertThat(everything().map(ProblemTextTest::line)).doesNotHaveDuplicates();
    }

    @Test
    void options_that_are_named_exist() {
        assertThat(everything()
                        .map(ProblemTextTest::line)
                        .flatMap(line -> OPTION.matcher(line).results()))
                .extracting(MatchResult::group)
                .hasSizeGreaterThan(10)
                .isSubsetOf(options());
    }

    private static List<String> options() {
        return Stream.of(
                        RunCommand.class, SyncCommand.class, PublishCommand.class, DateOption.class, OutputOption.class)
                .flatMap(type -> Stream.concat(
                        Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods())))
                .map(member -> ((AnnotatedElement) member).getAnnotation(Option.class))
                .filter(Objects::nonNull)
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
    }

    private static Stream<Remedy> everything() {
        return Stream.of(
                        Arrays.stream(Act.values()),
                        Arrays.stream(Acceptance.values()).map(Accept::new),
                        Stream.of(new TakeOverFrom("04:05:06")))
                .flatMap(remedies -> remedies);
    }

    private static String line(Remedy... remedies) {
        return ProblemText.line(Problem.refused("it rains", remedies));
    }
}
