package nightfill.adapter.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.files.Inbox;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.Fields;
import nightfill.domain.feed.Header;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/** A CSV file open for reading: first its header, then its records. */
final class CsvFile implements Closeable {

    private static final ByteBuffer BYTE_ORDER_MARK =
            ByteBuffer.wrap(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

    private final SeekableByteChannel channel;
    private final Source source;
    private final Rules rules;
    private final RecordSplitter records;
    private final FieldSplitter fields;

    CsvFile(SeekableByteChannel channel, Source source, Rules rules) throws IOException {
        this.channel = channel;
        this.source = source;
        this.rules = rules;
        this.records = new RecordSplitter(channel, source, rules);
        this.fields = new FieldSplitter();
    }

    static CsvFile open(Inbox inbox, Path file, Rules rules) throws IOException {
        return new CsvFile(inbox.open(file), new Source(String.valueOf(file.getFileName())), rules);
    }

    Header.Columns header(List<String> required, List<String> optional) throws IOException {
        requireNarrow();
        RawRecord first = first();
        if (first == null) {
            throw source.refused(1, "the file is empty", "send it with at least its header");
        }
        Header header = Header.of(fields(first), required, optional, rules);
        if (header instanceof Header.Columns columns) {
            return columns;
        }
        throw source.refused(first.line(), ((Header.Fault) header).reason(), "correct the header");
    }

    /** @throws Problem (refused) when its characters have two or four bytes each */
    void requireNarrow() throws IOException {
        Optional<String> wide = WideText.encoding(channel);
        if (wide.isPresent()) {
            throw source.refused(1, wide.get() + ", not UTF-8", "save it as UTF-8 and send it again");
        }
    }

    /** The first record, if there is any. */
    @Nullable
    RawRecord first() throws IOException {
        // by the first rules the file alone begins with a mark, and each record by the second
        records.seek(rules.have(Rules.TWO) ? 0 : byteOrderMark(), 1);
        return next();
    }

    void seek(long offset, long line) throws IOException {
        if (offset > channel.size()) {
            throw new IOException("%s has become shorter than %d bytes".formatted(source.name(), offset));
        }
        records.seek(offset, line);
    }

    /** The next record, or null behind the last; by the second rules, one of empty fields alone is passed over. */
    @Nullable
    RawRecord next() throws IOException {
        RawRecord record = records.next();
        while (record != null && rules.have(Rules.TWO) && isBlank(record)) {
            record = records.next();
        }
        return record;
    }

    private boolean isBlank(RawRecord record) {
        String text = content(record);
        return text.chars().allMatch(CsvFile::isOfBlankRecord) && Fields.areBlank(fields.split(text));
    }

    private static boolean isOfBlankRecord(int character) {
        return character == ',' || character == '"' || Fields.isWhiteSpace(character);
    }

    List<String> fields(RawRecord record) {
        return fields.split(content(record));
    }

    /** The first field, counted from 1, in which a blank keeps a quote from being its first character; 0 if there is none. */
    int misquoted(RawRecord record) {
        return rules.have(Rules.TWO) ? Misquoted.field(content(record)) : 0;
    }

    private String content(RawRecord record) {
        return rules.have(Rules.TWO) ? record.unmarked() : record.text();
    }

    Problem refused(long line, String reason, String remedy) {
        return source.refused(line, reason, remedy);
    }

    private int byteOrderMark() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(BYTE_ORDER_MARK.capacity());
        channel.position(0);
        while (start.hasRemaining() && channel.read(start) > 0) {}
        return start.flip().equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.capacity() : 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
