package nightfill.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people are short where they have to be, lead to each other, and show the code as it is. */
class ManualTest {

    private static final int LINES_OF_README = 210;
    private static final int LINES_OF_QUICK_START = 5;
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]*)`");

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

    /** Apart from how far it is indented. */
    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_taken_from_the_code(String example) {
        assertThat(sources().filter(source -> plain(source.text()).contains(plain(example))))
                .isNotEmpty();
    }

    private static String plain(String code) {
        return code.replaceAll("(?m)^ +", "");
    }

    static Stream<String> examples() {
        return Manual.DEVELOPING.blocks("java");
    }

    @Test
    void every_class_that_is_named_exists() {
        Set<String> existing = sources()
                .map(source -> source.file().getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(Stream.of(Manual.DECISIONS, Manual.DEVELOPING)
                        .flatMap(page -> CLASS.matcher(page.text()).results())
                        .map(named -> named.group(1)))
                .isNotEmpty()
                .isSubsetOf(existing);
    }

    private static Stream<Page> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Page::at).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> pagesIn(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
