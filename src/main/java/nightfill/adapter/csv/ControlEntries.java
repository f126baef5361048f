package nightfill.adapter.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.Column;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.Fields;
import nightfill.domain.feed.Header;
import nightfill.domain.words.Quantities;
import nightfill.domain.words.Visible;

/** The rows of one open control file. */
final class ControlEntries {

    private final CsvFile csv;
    private final int count;
    private final Column file;
    private final Column rows;
    private final Column sha256;
    private final Set<Feed> seen = EnumSet.noneOf(Feed.class);
    private long line;

    ControlEntries(CsvFile csv) throws IOException {
        this.csv = csv;
        Header.Columns columns = csv.header(List.of("file", "rows", "sha256"), List.of());
        this.count = columns.count();
        this.file = columns.column("file");
        this.rows = columns.column("rows");
        this.sha256 = columns.column("sha256");
    }

    List<ControlEntry> all() throws IOException {
        List<ControlEntry> entries = new ArrayList<>();
        for (RawRecord record = csv.next(); record != null; record = csv.next()) {
            line = record.line();
            entries.add(entry(csv.fields(record)));
        }
        return entries;
    }

    private ControlEntry entry(List<String> fields) {
        if (fields.size() != count) {
            throw refused("%d fields, the header has %d".formatted(fields.size(), count));
        }
        if (Fields.holdNul(fields)) {
            throw refused("a NUL (U+0000)");
        }
        return new ControlEntry(feed(file.of(fields)), rows(rows.of(fields)), sha256(sha256.of(fields)));
    }

    private Feed feed(String name) {
        Feed feed = Feed.sentAs(name).orElseThrow(() -> refused("no feed has the file name " + shown(name)));
        if (!seen.add(feed)) {
            throw refused("a second row for " + name);
        }
        return feed;
    }

    private int rows(String text) {
        return Quantities.parse(text)
                .orElseThrow(() -> refused("rows is not a whole number from 0 to 2147483647: " + shown(text)));
    }

    private Optional<String> sha256(String text) {
        if (!text.isEmpty() && !text.matches("[0-9a-fA-F]{64}")) {
            throw refused("sha256 is not 64 hexadecimal digits: " + shown(text));
        }
        return Optional.of(text.toLowerCase(Locale.ROOT)).filter(hash -> !hash.isEmpty());
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(empty)" : Visible.brief(text);
    }

    private Problem refused(String reason) {
        return csv.refused(line, reason, "send a correct control file, or none");
    }
}
