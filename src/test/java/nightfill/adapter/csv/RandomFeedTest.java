package nightfill.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nightfill.adapter.csv.ReferenceCsv.Expected;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomFeedTest {

    private static final int FILES_PER_SEED = 100;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void records_and_their_places_are_those_of_a_plain_and_slow_reading(long seed) throws IOException {
        for (long file = 0; file < FILES_PER_SEED; file++) {
            long fileSeed = seed * 1_000_000 + file;
            Rules rules = rules(file);
            String text = new RandomCsv(fileSeed, rules).file();
            assertThat(read(text, rules, fileSeed)).as("seed %d", fileSeed).isEqualTo(withoutHeader(text, rules));
        }
    }

    private static Rules rules(long file) {
        return file % 3 == 0 ? Rules.ONE : Rules.TWO;
    }

    /** In portions of random size, so that any byte may come first or last in what is read at once. */
    private static List<Expected> read(String text, Rules rules, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int most = 1 << random.nextInt(18);
        var channel = MadeUpChannel.of(bytes, offset -> 1 + random.nextInt(most));
        List<Expected> records = new ArrayList<>();
        try (CsvFile file = new CsvFile(channel, new Source("random.csv"), rules)) {
            file.header(List.of(), List.of());
            for (RawRecord raw = file.next(); raw != null; raw = file.next()) {
                records.add(new Expected(raw.line(), raw.text(), file.fields(raw), raw.nextOffset(), raw.nextLine()));
            }
        }
        return records;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_feed_read_from_any_of_its_positions_goes_on_alike(long seed) throws IOException {
        for (long file = 0; file < FILES_PER_SEED / 2; file++) {
            long fileSeed = seed * 1_000_000 + file;
            Rules rules = rules(file);
            assertResumable(new RandomCsv(fileSeed, rules).file(), rules, "seed " + fileSeed);
        }
    }

    private void assertResumable(String text, Rules rules, String seed) throws IOException {
        Path file = new FeedFiles(directory).write(Feed.ORDER_LINES, text);
        List<FeedRecord> all = FeedFiles.read(file, Feed.ORDER_LINES, rules, Position.START);
        assertThat(all).as(seed).hasSameSizeAs(withoutHeader(text, rules));
        for (FeedRecord record : all) {
            assertThat(FeedFiles.read(file, Feed.ORDER_LINES, rules, record.next()))
                    .as(seed)
                    .isEqualTo(all.subList(record.number(), all.size()));
        }
    }

    private static List<Expected> withoutHeader(String text, Rules rules) {
        List<Expected> records = ReferenceCsv.records(text, rules);
        return records.subList(1, records.size());
    }
}
