package nightfill.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where the measuring is done. */
final class Machine {

    private Machine() {}

    /** In one sentence for the machine and one for the server. */
    static String shown(BenchServer server) throws IOException, SQLException {
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %.1f GB of memory, %s %s, Java %s. PostgreSQL %s with fsync %s, shared_buffers %s.",
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                Double.parseDouble(field("/proc/meminfo", "MemTotal").replace(" kB", "")) / (1 << 20),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                server.shows("server_version"),
                server.shows("fsync"),
                server.shows("shared_buffers"));
    }

    private static String field(String file, String name) throws IOException {
        Pattern wanted = Pattern.compile(name + "\\s*:\\s*(.*)");
        List<String> lines = Files.readAllLines(Path.of(file));
        return lines.stream()
                .map(wanted::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> found.group(1))
                .orElse("unknown");
    }
}
