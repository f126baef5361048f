package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import nightfill.application.problem.Problem;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of a CSV file, and refuses what is none.
 *
 * <p>Commons CSV would read a field of any size into memory and gives positions in characters; this reads bytes, holds
 * one record of at most 1 MiB, and knows its line and offset.
 */
final class RecordSplitter {

    static final int LIMIT = 1 << 20;

    private final Source source;
    private final ByteWindow window;
    private final QuoteTracker quotes;
    private final @Nullable EndMark end;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private long line = 1;

    RecordSplitter(SeekableByteChannel channel, Source source, Rules rules) {
        this.source = source;
        this.window = new ByteWindow(channel, LIMIT);
        this.quotes = new QuoteTracker(source, rules);
        this.end = rules.have(Rules.TWO) ? new EndMark(channel) : null;
    }

    void seek(long offset, long lineThere) throws IOException {
        window.seek(offset);
        line = lineThere;
    }

    /** The next record, or null behind the last; lines without any character are passed over. */
    @Nullable
    RawRecord next() throws IOException {
        int first = firstByte();
        if (first == ByteWindow.END || isEndMark(first)) {
            return null;
        }
        long begin = line;
        int length = scan(first);
        return new RawRecord(begin, decode(window.marked(length), begin), window.offset(), line);
    }

    private boolean isEndMark(int first) throws IOException {
        return end != null && first == EndMark.SUBSTITUTE && end.isAt(window.offset() - 1);
    }

    private int firstByte() throws IOException {
        int character = nextMarked();
        while (isLineEnd(character)) {
            endLine(character);
            character = nextMarked();
        }
        return character;
    }

    private int nextMarked() throws IOException {
        int character = window.next();
        if (character != ByteWindow.END) {
            window.mark();
        }
        return character;
    }

    /** Goes behind the record and its line end; its length is without that. */
    private int scan(int first) throws IOException {
        quotes.begin();
        int character = first;
        while (!endsRecord(character)) {
            quotes.pass(character, line);
            if (isLineEnd(character)) {
                endLine(character);
            }
            if (window.length() > LIMIT) {
                throw tooLong();
            }
            character = window.next();
        }
        return character == ByteWindow.END ? window.length() : lengthBefore(character);
    }

    private boolean endsRecord(int character) {
        if (character == ByteWindow.END) {
            quotes.end();
            return true;
        }
        return isLineEnd(character) && !quotes.areOpen();
    }

    private int lengthBefore(int lineEnd) throws IOException {
        int length = window.length() - 1;
        endLine(lineEnd);
        return length;
    }

    private void endLine(int lineEnd) throws IOException {
        if (lineEnd == '\r') {
            window.skip('\n');
        }
        line++;
    }

    private static boolean isLineEnd(int character) {
        return character == '\n' || character == '\r';
    }

    /** Never guesses; the decoder leaves the position at the first byte that is not UTF-8. */
    private String decode(ByteBuffer bytes, long begin) {
        try {
            return utf8.decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw notUtf8(bytes, begin);
        }
    }

    private Problem notUtf8(ByteBuffer bytes, long begin) {
        int wrong = bytes.get(bytes.position()) & 0xFF;
        long lineThere = begin + lineEnds(bytes.flip());
        return source.refused(
                lineThere, "byte 0x%02X is not UTF-8".formatted(wrong), "save the file as UTF-8 and send it again");
    }

    private static int lineEnds(ByteBuffer bytes) {
        int count = 0;
        int previous = 0;
        while (bytes.hasRemaining()) {
            int character = bytes.get();
            count += character == '\r' || (character == '\n' && previous != '\r') ? 1 : 0;
            previous = character;
        }
        return count;
    }

    private Problem tooLong() {
        return source.refused(
                line,
                "the record is longer than 1 MiB",
                quotes.areOpen() ? "close the quote opened on line " + quotes.openedOn() : "shorten it");
    }
}
