package nightfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How large things may become before they are taken apart. */
class SizesTest {

    private static final Path ROOT = Path.of("src/main/java/nightfill");
    private static final List<Path> SOURCES = sources();
    private static final SourceSizes SIZES = SourceSizes.of(SOURCES);

    @Test
    void no_method_has_more_than_25_lines() {
        assertThat(SIZES.bodies()).isNotEmpty();
        assertNoneAbove(25, SIZES.bodies());
    }

    @Test
    void nothing_takes_more_than_six_parameters() {
        assertThat(SIZES.parameters()).isNotEmpty();
        assertNoneAbove(6, SIZES.parameters());
    }

    @Test
    void no_file_has_more_than_200_lines() {
        assertNoneAbove(200, lines(SOURCES));
    }

    @Test
    void no_list_of_beans_has_more_than_150_lines() {
        List<Path> lists = SOURCES.stream()
                .filter(file -> ROOT.equals(file.getParent()))
                .filter(file -> file.toString().matches(".*(Wiring|Beans)\\.java"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(1);
        assertNoneAbove(150, lines(lists));
    }

    @Test
    void no_package_has_more_than_25_files() {
        assertNoneAbove(
                25,
                SOURCES.stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .collect(Collectors.toMap(Path::getParent, file -> 1, Integer::sum)));
    }

    private static void assertNoneAbove(int limit, Map<?, Integer> sizes) {
        assertThat(sizes.entrySet().stream().filter(size -> size.getValue() > limit))
                .as("above %d", limit)
                .isEmpty();
    }

    private static Map<Path, Integer> lines(List<Path> files) {
        return files.stream().collect(Collectors.toMap(Function.identity(), SizesTest::lines));
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
