package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** The bytes of a file one by one, those since the last mark kept in one piece of bounded length. */
final class ByteWindow {

    static final int END = -1;
    static final int STEP = 1 << 16;

    private final SeekableByteChannel channel;
    private final int capacity;
    private byte[] bytes = new byte[STEP];
    private long base;
    private int mark;
    private int position;
    private int end;

    /** A window for marked pieces of at most that many bytes; the caller must not read on in a longer one. */
    ByteWindow(SeekableByteChannel channel, int longest) {
        this.channel = channel;
        this.capacity = longest + STEP;
    }

    void seek(long offset) throws IOException {
        channel.position(offset);
        base = offset;
        mark = position = end = 0;
    }

    /** The next byte, 0 to 255, or {@link #END}. */
    int next() throws IOException {
        return position < end || fill() ? bytes[position++] & 0xFF : END;
    }

    /** Passes over the next byte if it is that one. */
    void skip(int expected) throws IOException {
        boolean there = (position < end || fill()) && (bytes[position] & 0xFF) == expected;
        position += there ? 1 : 0;
    }

    /** Keeps from now on the byte that was read last, and all that follow. */
    void mark() {
        mark = position - 1;
    }

    int length() {
        return position - mark;
    }

    ByteBuffer marked(int length) {
        return ByteBuffer.wrap(bytes, mark, length).slice();
    }

    /** Where the next byte is in the file. */
    long offset() {
        return base + position;
    }

    private boolean fill() throws IOException {
        if (mark > 0) {
            discardBeforeMark();
        } else if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, capacity));
        }
        int count = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
        end += Math.max(count, 0);
        return count > 0;
    }

    private void discardBeforeMark() {
        System.arraycopy(bytes, mark, bytes, 0, end - mark);
        base += mark;
        position -= mark;
        end -= mark;
        mark = 0;
    }
}
