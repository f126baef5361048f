package nightfill.adapter.files.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.upkeep.LogFiles;
import nightfill.application.upkeep.LogFilesContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemLogFilesTest extends LogFilesContract {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    @TempDir
    private Path home;

    @Override
    protected LogFiles logs() {
        return new FilesystemLogFiles(home.resolve("logs"), ZONE);
    }

    @Override
    protected void write(String name) throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(home.resolve("logs").resolve(name), "log");
    }

    @Test
    void what_was_printed_on_behalf_of_the_console_is_of_the_day_when_it_was_printed() throws IOException {
        LocalDate day = LocalDate.of(2026, 11, 20);
        Instant begins = day.atStartOfDay(ZONE).toInstant();
        for (String name : List.of("asked-7.log", "asked-8.log", "asked-x.log")) {
            write(name);
            Instant printed = name.equals("asked-8.log") ? begins : begins.minusSeconds(1);
            Files.setLastModifiedTime(home.resolve("logs").resolve(name), FileTime.from(printed));
        }

        assertThat(logs().removeBefore(day)).isEqualTo(1);
        assertThat(names()).containsExactly("asked-8.log", "asked-x.log");
    }

    @Override
    protected List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
