package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.adapter.files.Entries;
import nightfill.application.upkeep.LogFiles;
import nightfill.domain.words.Dates;

/**
 * Logs of earlier days, as {@code nightfill.2026-11-20.0.log}, beside the one of today; and what processes printed that
 * were started by the console, as {@code asked-12.log}, of the day when they printed last.
 *
 * @param zone where the day begins
 */
public record FilesystemLogFiles(Path directory, ZoneId zone) implements LogFiles {

    private static final Pattern ASKED = Pattern.compile("asked-[0-9]+\\.log");
    private static final Pattern NAME = Pattern.compile("nightfill\\.([0-9-]{10})\\.[0-9]+\\.log");

    @Override
    public int removeBefore(LocalDate day) throws IOException {
        int removed = 0;
        for (Path file : Entries.of(directory)) {
            if (isBefore(file, day) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    private boolean isBefore(Path file, LocalDate day) throws IOException {
        if (ASKED.matcher(Entries.name(file)).matches()) {
            Instant printed = Files.getLastModifiedTime(file).toInstant();
            return printed.isBefore(day.atStartOfDay(zone).toInstant());
        }
        Matcher name = NAME.matcher(Entries.name(file));
        return name.matches()
                && Dates.parse(name.group(1)).filter(date -> date.isBefore(day)).isPresent();
    }
}
