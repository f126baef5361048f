package nightfill.adapter.csv;

import nightfill.application.problem.Problem;

/**
 * Follows the quotes of a record byte by byte.
 *
 * <p>Only a quote that comes first in its field opens one; any other is text, as Commons CSV reads it.
 */
final class QuoteTracker {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        /** Behind a quote within quotes: the closing one, or half of a doubled one. */
        QUOTE,
        CLOSED
    }

    private final Source source;
    private State state = State.FIELD_START;
    private long openedOn;

    QuoteTracker(Source source) {
        this.source = source;
    }

    void begin() {
        state = State.FIELD_START;
    }

    /** Whether a line end would belong to a field. */
    boolean areOpen() {
        return state == State.QUOTED;
    }

    long openedOn() {
        return openedOn;
    }

    void pass(int character, long line) {
        state = switch (state) {
            case FIELD_START -> character == '"' ? opened(line) : unquoted(character);
            case PLAIN -> unquoted(character);
            case QUOTED -> character == '"' ? State.QUOTE : State.QUOTED;
            case QUOTE -> character == '"' ? State.QUOTED : closed(character, line);
            case CLOSED -> closed(character, line);
        };
    }

    /** Refuses a file that ends within quotes. */
    void end() {
        if (areOpen()) {
            throw source.refused(openedOn, "the quote opened here is never closed", "close it, or send the file whole");
        }
    }

    private State opened(long line) {
        openedOn = line;
        return State.QUOTED;
    }

    private static State unquoted(int character) {
        return character == ',' ? State.FIELD_START : State.PLAIN;
    }

    private State closed(int character, long line) {
        return switch (character) {
            case ',' -> State.FIELD_START;
            case ' ', '\t' -> State.CLOSED;
            default -> throw textBehindQuote(line);
        };
    }

    private Problem textBehindQuote(long line) {
        return source.refused(
                line, "text follows a closing quote", "double the quotes within the field, or leave the text away");
    }
}
