package nightfill.adapter.csv;

/**
 * A record as it is in the file, without its line end.
 *
 * @param line the physical line on which it begins
 * @param nextOffset bytes from the start of the file to behind its line end
 * @param nextLine the physical line that begins there
 */
record RawRecord(long line, String text, long nextOffset, long nextLine) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The text without byte order marks before it, which are there where files were put together. */
    String unmarked() {
        int start = 0;
        while (start < text.length() && text.charAt(start) == BYTE_ORDER_MARK) {
            start++;
        }
        return text.substring(start);
    }
}
