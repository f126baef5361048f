package nightfill.application.run;

import java.nio.file.Path;
import java.time.LocalDate;

/** Where the feeds of a business date arrive: {@code DIR/<business date>}. */
public record Input(Path directory, LocalDate date) {

    public static final String CONTROL = "control.csv";

    public Path path() {
        return directory.resolve(date.toString());
    }

    public Path file(String name) {
        return path().resolve(name);
    }
}
