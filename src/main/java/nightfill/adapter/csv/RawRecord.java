package nightfill.adapter.csv;

/**
 * A record as it is in the file, without its line end.
 *
 * @param line the physical line on which it begins
 * @param nextOffset bytes from the start of the file to behind its line end
 * @param nextLine the physical line that begins there
 */
record RawRecord(long line, String text, long nextOffset, long nextLine) {}
