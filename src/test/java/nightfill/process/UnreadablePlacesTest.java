package nightfill.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightfill.application.act.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadablePlacesTest {

    @TempDir
    Path root = Path.of("");

    private List<String> warnings(Path input, Path output, Path publish) {
        Places places = new Places(Optional.of(input), output, Optional.of(publish));
        return new UnreadablePlaces(places, root.resolve("home")).warnings();
    }

    @Test
    void each_place_that_is_no_directory_is_named() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertThat(warnings(root.resolve("nope"), root.resolve("none"), file))
                .containsExactly(
                        "warning: --input %s is no directory that can be read".formatted(root.resolve("nope")),
                        "warning: OUTPUT %s is no directory that can be read".formatted(root.resolve("none")),
                        "warning: --publish %s is no directory that can be read".formatted(file));
    }

    @Test
    void nothing_is_said_of_directories_nor_of_what_the_first_night_makes() {
        assertThat(warnings(root, root.resolve("home/reports"), root)).isEmpty();
        assertThat(new UnreadablePlaces(new Places(Optional.empty(), root, Optional.empty()), root).warnings())
                .isEmpty();
    }
}
