package nightfill.domain.proof;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run's summary says of itself and of the runs before it.
 *
 * @param previous the run on whose state this one builds; none in the first night
 * @param replaces the run that this one corrects
 * @param reports SHA-256 by file name
 */
public record RunLinks(
        LocalDate date,
        int number,
        @Nullable Reference previous,
        @Nullable Reference replaces,
        Map<String, String> reports) {

    /** The directory where it belongs: {@code 2026-11-20/run-1}. */
    public String directory() {
        return directory(date, number);
    }

    public static String directory(LocalDate date, int number) {
        return date + "/run-" + number;
    }

    /** Another run, by its directory and the hash of its manifest. */
    public record Reference(String directory, String manifestSha256) {}
}
