package nightfill.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.act.Places;

/** Which of a console's places are no directories that it can read: none of its nights would work there. */
public record UnreadablePlaces(Places places, Path home) {

    public List<String> warnings() {
        return Stream.of(
                        places.input().flatMap(input -> warning("--input", input)),
                        // the first night makes the one in the home
                        Optional.of(places.output())
                                .filter(output -> Files.exists(output) || !output.startsWith(home))
                                .flatMap(output -> warning("OUTPUT", output)),
                        places.publish().flatMap(publish -> warning("--publish", publish)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> warning(String name, Path place) {
        return Files.isDirectory(place) && Files.isReadable(place)
                ? Optional.empty()
                : Optional.of("warning: %s %s is no directory that can be read".formatted(name, place));
    }
}
