package nightfill.adapter.csv;

import java.io.Reader;

/** Gives a parser that reads ahead one record at a time, so that it never runs past the record asked for. */
final class RecordFeeder extends Reader {

    private String record = "";
    private int given = 1;

    void offer(String next) {
        record = next;
        given = 0;
    }

    void requireDrained() {
        if (given <= record.length()) {
            throw new IllegalStateException("the parser ended the record early");
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (given > record.length()) {
            throw new IllegalStateException("the parser did not find the end of the record");
        }
        int count = Math.min(length, record.length() - given);
        record.getChars(given, given + count, buffer, offset);
        given += count;
        return count < length ? count + end(buffer, offset + count) : count;
    }

    private int end(char[] buffer, int offset) {
        buffer[offset] = '\n';
        given++;
        return 1;
    }

    @Override
    public void close() {}
}
