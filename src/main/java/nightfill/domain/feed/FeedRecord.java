package nightfill.domain.feed;

/**
 * One data row of a feed and where it is.
 *
 * @param number counts the data rows from 1
 * @param line the physical line on which the row begins, the header being on line 1 of a file without empty lines
 * @param next where reading goes on behind this row
 * @param raw the row as received, without its line end
 */
public record FeedRecord(int number, long line, Position next, String raw, Row row) {

    /**
     * A place between two records of a file.
     *
     * @param rows the data rows before it
     * @param offset bytes from the start of the file
     * @param line the physical line that begins there, counted from 1
     */
    public record Position(int rows, long offset, long line) {
        public static final Position START = new Position(0, 0, 1);
    }
}
