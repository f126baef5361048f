package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.adapter.files.Entries;
import nightfill.application.upkeep.LogFiles;
import nightfill.domain.words.Dates;

/** Logs of earlier days, as {@code nightfill.2026-11-20.0.log}, beside the one of today. */
public record FilesystemLogFiles(Path directory) implements LogFiles {

    private static final Pattern NAME = Pattern.compile("nightfill\\.([0-9-]{10})\\.[0-9]+\\.log");

    @Override
    public int removeBefore(LocalDate day) throws IOException {
        List<Path> old = Entries.of(directory).stream()
                .filter(file -> isBefore(file, day))
                .toList();
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
        return old.size();
    }

    private static boolean isBefore(Path file, LocalDate day) {
        Matcher name = NAME.matcher(Entries.name(file));
        return name.matches()
                && Dates.parse(name.group(1)).filter(date -> date.isBefore(day)).isPresent();
    }
}
