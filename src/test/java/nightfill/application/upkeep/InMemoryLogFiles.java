package nightfill.application.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.domain.words.Dates;
import nightfill.harness.InMemoryDisk;

/** Logs on a disk in memory, named as {@code nightfill.2026-11-20.0.log}. */
public record InMemoryLogFiles(InMemoryDisk disk, Path directory) implements LogFiles {

    @Override
    public int removeBefore(LocalDate day) throws IOException {
        List<String> old = disk.names(directory).stream()
                .filter(name -> name.matches("nightfill\\..{10}\\.[0-9]+\\.log"))
                .filter(name ->
                        Dates.parse(name.substring(10, 20)).filter(day::isAfter).isPresent())
                .toList();
        for (String name : old) {
            disk.remove(directory.resolve(name));
        }
        return old.size();
    }
}
