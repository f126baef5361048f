package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.files.Entries;
import nightfill.application.watch.AttemptLog;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code nightfill.log} and those of the days in question, each from its end and not far.
 *
 * @param zone whose days the names of earlier files say
 */
public record FilesystemAttemptLog(Path directory, ZoneId zone) implements AttemptLog {

    private static final int MOST_BYTES = 256 << 10;
    private static final String JSON = "{\"@timestamp\":\"";
    private static final String CURRENT = "nightfill.log";
    private static final String EARLIER = "nightfill\\.[0-9-]{10}\\.[0-9]{1,6}\\.log";

    @Override
    public Optional<Lines> between(Instant from, Instant to) {
        try {
            return Optional.of(read(files(from, to), from, to));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The one that is being written, then earlier ones, the newest first. */
    private List<Path> files(Instant from, Instant to) throws IOException {
        String first = "nightfill." + LocalDate.ofInstant(from, zone);
        String last = "nightfill." + LocalDate.ofInstant(to, zone).plusDays(1);
        Stream<Path> earlier = Entries.of(directory, EARLIER).stream()
                .filter(file -> Entries.name(file).compareTo(first) >= 0)
                .filter(file -> Entries.name(file).compareTo(last) < 0)
                .sorted(Comparator.comparing(FilesystemAttemptLog::sequence).reversed());
        return Stream.concat(Stream.of(directory.resolve(CURRENT)), earlier)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** By day, then by number, which has no zeros in front. */
    private static String sequence(Path file) {
        String[] parts = Entries.name(file).split("\\.", -1);
        return "%s.%6s".formatted(parts[1], parts[2]);
    }

    private static Lines read(List<Path> files, Instant from, Instant to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            Tail tail = Tail.of(file);
            lines.addAll(0, tail.between(from, to));
            if (tail.cut() || tail.reachesBehind(from)) {
                return last(lines, !tail.reachesBehind(from));
            }
        }
        return last(lines, false);
    }

    private static Lines last(List<String> lines, boolean cut) {
        int left = Math.max(0, lines.size() - MOST);
        return new Lines(List.copyOf(lines.subList(left, lines.size())), cut || left > 0);
    }

    /**
     * The last lines of a file.
     *
     * @param cut whether there are others before them
     */
    private record Tail(List<String> lines, boolean cut) {

        static Tail of(Path file) throws IOException {
            try (var channel = Files.newByteChannel(file)) {
                long from = Math.max(0, channel.size() - MOST_BYTES);
                byte[] bytes = Channels.newInputStream(channel.position(from)).readNBytes(MOST_BYTES);
                List<String> lines =
                        new String(bytes, StandardCharsets.UTF_8).lines().toList();
                return from == 0 ? new Tail(lines, false) : new Tail(lines.subList(1, lines.size()), true);
            }
        }

        /** What has no time of its own belongs to the line before it. */
        List<String> between(Instant from, Instant to) {
            List<String> found = new ArrayList<>();
            boolean within = false;
            for (String line : lines) {
                Instant at = time(line);
                within = at == null ? within : !at.isBefore(from) && !at.isAfter(to);
                if (within) {
                    found.add(line);
                }
            }
            return found;
        }

        boolean reachesBehind(Instant moment) {
            return lines.stream()
                    .flatMap(line -> Stream.ofNullable(time(line)))
                    .findFirst()
                    .filter(first -> first.isBefore(moment))
                    .isPresent();
        }

        /** What an entry begins with, also as JSON. */
        private static @Nullable Instant time(String line) {
            int begin = line.startsWith(JSON) ? JSON.length() : 0;
            int end = line.indexOf(begin == 0 ? ' ' : '"', begin);
            try {
                return end < 0
                        ? null
                        : OffsetDateTime.parse(line.substring(begin, end)).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
