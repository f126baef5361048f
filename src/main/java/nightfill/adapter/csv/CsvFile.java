package nightfill.adapter.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.Header;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/** A CSV file open for reading: first its header, then its records. */
final class CsvFile implements Closeable {

    private static final ByteBuffer BYTE_ORDER_MARK =
            ByteBuffer.wrap(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

    private final SeekableByteChannel channel;
    private final Source source;
    private final RecordSplitter records;
    private final FieldSplitter fields;

    CsvFile(SeekableByteChannel channel, Source source) throws IOException {
        this.channel = channel;
        this.source = source;
        this.records = new RecordSplitter(channel, source);
        this.fields = new FieldSplitter();
    }

    static CsvFile open(Path file) throws IOException {
        return new CsvFile(Files.newByteChannel(file), new Source(String.valueOf(file.getFileName())));
    }

    Header.Columns header(List<String> required, Rules rules) throws IOException {
        records.seek(byteOrderMark(), 1);
        RawRecord first = records.next();
        if (first == null) {
            throw source.refused(1, "the file is empty", "send it with at least its header");
        }
        Header header = Header.of(fields.split(first.text()), required, rules);
        if (header instanceof Header.Columns columns) {
            return columns;
        }
        throw source.refused(first.line(), ((Header.Fault) header).reason(), "correct the header");
    }

    void seek(long offset, long line) throws IOException {
        if (offset > channel.size()) {
            throw new IOException("%s has become shorter than %d bytes".formatted(source.name(), offset));
        }
        records.seek(offset, line);
    }

    @Nullable
    RawRecord next() throws IOException {
        return records.next();
    }

    List<String> fields(RawRecord record) {
        return fields.split(record.text());
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
