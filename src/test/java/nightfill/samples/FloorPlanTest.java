package nightfill.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree that the README draws is the tree. */
class FloorPlanTest {

    private static final Path ROOT = Path.of("src/main/java/nightfill");
    private static final Pattern ROOM = Pattern.compile("^((?:│ {3}| {4})*)[├└]── ([a-z]+)/ ", Pattern.MULTILINE);
    private static final Pattern ELSEWHERE = Pattern.compile("^([a-z][a-z/-]*)/ ", Pattern.MULTILINE);
    private static final int INDENT = 4;

    @Test
    void the_drawing_shows_every_package_and_no_other() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(drawn())
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isDirectory)
                            .filter(directory -> !directory.equals(ROOT))
                            .toList());
        }
    }

    @Test
    void what_it_shows_beside_the_packages_exists() {
        assertThat(ELSEWHERE.matcher(drawing()).results().map(folder -> Path.of(folder.group(1))))
                .isNotEmpty()
                .allMatch(Files::isDirectory);
    }

    @Test
    void nothing_else_lies_at_the_top() throws IOException {
        List<String> ignored = Files.readAllLines(Path.of(".gitignore"));
        try (Stream<Path> top = Files.list(Path.of(""))) {
            assertThat(top.map(Path::toString).filter(name -> !name.startsWith(".") && !ignored.contains(name + "/")))
                    .containsExactlyInAnyOrder("pom.xml", "mvnw", "src", "jobs", "sample-data", "README.md");
        }
    }

    private static List<Path> drawn() {
        List<Path> rooms = new ArrayList<>();
        List<Path> above = new ArrayList<>(List.of(ROOT));
        for (MatchResult room : ROOM.matcher(drawing()).results().toList()) {
            int depth = room.group(1).length() / INDENT;
            above.subList(depth + 1, above.size()).clear();
            above.add(above.get(depth).resolve(room.group(2)));
            rooms.add(above.get(depth + 1));
        }
        return rooms;
    }

    private static String drawing() {
        return Manual.README
                .blocks("")
                .filter(block -> block.startsWith(ROOT.toString()))
                .findFirst()
                .orElseThrow();
    }
}
