package nightfill.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a soak has counted, test class by test class; {@link SoakTable} prints it. */
public final class Figures {

    static final Path FILE = Path.of("target", "soak-figures.txt");

    private Figures() {}

    /** Says so in the log, and in a soak also at its end. */
    public static void count(Class<?> test, String counted) {
        System.out.println(counted);
        if (Scale.SOAK) {
            try {
                Files.writeString(
                        FILE,
                        test.getName() + '\t' + counted + '\n',
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
