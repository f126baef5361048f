package nightfill.application.run;

import java.nio.file.Path;
import java.time.LocalDate;
import nightfill.domain.feed.ArrivedName;

/** Where the feeds of a business date arrive: {@code DIR/<business date>}. */
public record Input(Path directory, LocalDate date) {

    public static final String CONTROL = ArrivedName.CONTROL;

    public Path path() {
        return directory.resolve(date.toString());
    }

    public Path file(String name) {
        return path().resolve(name);
    }
}
