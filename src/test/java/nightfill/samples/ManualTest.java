package nightfill.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.adapter.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people lead to each other, and leave out nothing that the program knows. */
class ManualTest {

    private static final int LINES_OF_README = 200;
    private static final int LINES_OF_QUICK_START = 5;
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+\\b");
    private static final Pattern VARIABLE = Pattern.compile("NIGHTFILL_[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern OPTION = Pattern.compile("(?<=names = \")--[a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("(?<=@Command\\(\\s{0,20}name = \")[a-z]+");

    @Test
    void the_readme_is_read_in_one_go() {
        assertThat(Manual.README.text().lines().count()).isLessThanOrEqualTo(LINES_OF_README);
    }

    @Test
    void the_quick_start_is_short_and_its_nights_are_typed() {
        List<String> lines =
                Manual.README.blocks("sh").findFirst().orElseThrow().lines().toList();
        List<String> nights = lines.stream()
                .filter(line -> line.startsWith("jobs/nightfill "))
                .toList();

        assertThat(lines).hasSizeLessThanOrEqualTo(LINES_OF_QUICK_START);
        assertThat(nights).isNotEmpty();
        assertThat(Manual.steps().map(Page.Step::command)).containsAll(nights);
    }

    @Test
    void every_page_is_typed_and_linked_from_the_readme() {
        List<Path> written =
                Stream.of("", "src/docs", "jobs").flatMap(ManualTest::pagesIn).toList();

        assertThat(Manual.PAGES).extracting(Page::file).containsExactlyInAnyOrderElementsOf(written);
        assertThat(Stream.concat(Stream.of("README.md"), Manual.README.links()).map(Path::of))
                .containsAll(written);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("links")
    void a_link_leads_somewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();

        assertThat(target).exists();
        if (parts.length > 1) {
            assertThat(Page.at(target).anchors()).contains(parts[1]);
        }
    }

    static Stream<Arguments> links() {
        return Manual.PAGES.stream()
                .flatMap(
                        page -> page.links().filter(link -> !link.contains(":")).map(link -> Arguments.of(page, link)));
    }

    /** The last two are those of Ctrl-C and SIGTERM, which the virtual machine chooses. */
    @Test
    void every_exit_code_is_explained() {
        List<String> known = IntStream.concat(
                        Arrays.stream(ExitCode.values()).mapToInt(ExitCode::number), IntStream.of(130, 143))
                .mapToObj(String::valueOf)
                .toList();

        assertThat(found(NUMBER, Manual.OPERATING.firstCells())).containsAll(known);
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
    void every_command_and_option_is_explained() {
        String explained = Manual.OPERATING.firstCells().collect(Collectors.joining("\n"));

        assertThat(found(OPTION, texts("src/main/java"))).isNotEmpty().allMatch(explained::contains);
        assertThat(found(COMMAND, texts("src/main/java")))
                .isNotEmpty()
                .filteredOn(command -> !command.equals("nightfill"))
                .allMatch(command -> explained.contains("`" + command));
    }

    private static Set<String> found(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> pagesIn(String folder) {
        return files(folder, 1).filter(ManualTest::isPage);
    }

    private static Stream<String> texts(String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> files(folder, Integer.MAX_VALUE))
                .filter(file -> !isPage(file))
                .map(file -> Page.at(file).text());
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static Stream<Path> files(String folder, int depth) {
        try (Stream<Path> files = Files.walk(Path.of(folder), depth)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
