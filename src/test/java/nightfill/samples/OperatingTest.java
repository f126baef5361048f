package nightfill.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.adapter.cli.text.ExitCode;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for operators leaves out nothing that the program knows, and quotes no message that it does not know. */
class OperatingTest {

    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+\\b");
    private static final Pattern VARIABLE = Pattern.compile("NIGHTFILL_[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern OPTION = Pattern.compile("(?<=names = \")--[a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("(?<=@Command\\(\\s{0,20}name = \")[a-z-]+");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

    /** The last two are those of Ctrl-C and SIGTERM, which the virtual machine chooses. */
    @Test
    void every_exit_code_is_explained() {
        Stream<String> known = IntStream.concat(
                        Arrays.stream(ExitCode.values()).mapToInt(ExitCode::number), IntStream.of(130, 143))
                .mapToObj(String::valueOf);

        assertThat(found(NUMBER, Manual.OPERATING.firstCells())).containsAll(known.toList());
    }

    @Test
    void every_variable_is_explained() {
        Stream<String> explaining =
                Stream.of(Manual.OPERATING, Manual.SCHEDULING).flatMap(Page::firstCells);

        assertThat(found(VARIABLE, explaining))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(found(VARIABLE, texts("src/main/java", "jobs")));
    }

    @Test
    void every_variable_is_withheld_from_tests() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));

        assertThat(StringUtils.substringBetween(build, "<surefire.excludedEnvironmentVariables>", "</")
                        .split(","))
                .containsAll(found(VARIABLE, texts("src/main/java", "jobs")));
    }

    @Test
    void every_command_and_option_is_explained() {
        String explained = Manual.OPERATING.firstCells().collect(Collectors.joining("\n"));

        assertThat(found(OPTION, texts("src/main/java"))).isNotEmpty().allMatch(explained::contains);
        assertThat(found(COMMAND, texts("src/main/java")))
                .isNotEmpty()
                .filteredOn(command -> !command.equals("nightfill"))
                .allMatch(command -> explained.contains("`" + command));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_is_one_of_the_programs(String message) {
        String known = texts("src/main/java", "jobs").collect(Collectors.joining("\n"));

        assertThat(Stream.of(message.split("…"))).map(String::strip).allMatch(known::contains);
    }

    static Stream<String> messages() {
        return Manual.OPERATING
                .firstCells("it says")
                .flatMap(cell -> QUOTED.matcher(cell).results())
                .map(quoted -> quoted.group(1))
                .distinct();
    }

    private static Set<String> found(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** The text of all files but pages, with long strings in one piece. */
    private static Stream<String> texts(String... folders) {
        return Stream.of(folders)
                .flatMap(OperatingTest::files)
                .filter(file -> !file.toString().endsWith(".md"))
                .map(file -> Page.at(file).text())
                .map(text -> CONCATENATION.matcher(text).replaceAll(""));
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
