package nightfill.adapter.csv;

import nightfill.application.problem.Problem;
import nightfill.domain.words.Rules;

/**
 * Follows the quotes of a record byte by byte.
 *
 * <p>Only a quote that comes first in its field opens one; any other is text, as Commons CSV reads it.
 */
final class QuoteTracker {

    private enum State {
        /** Where a byte order mark, or the first of its bytes, is passed over. */
        RECORD_START,
        MARK_BEGUN,
        MARK_NEARLY,
        FIELD_START,
        PLAIN,
        QUOTED,
        /** Behind a quote within quotes: the closing one, or half of a doubled one. */
        QUOTE,
        CLOSED
    }

    private final Source source;
    private final State start;
    private State state;
    private long openedOn;

    QuoteTracker(Source source, Rules rules) {
        this.source = source;
        this.start = rules.have(Rules.TWO) ? State.RECORD_START : State.FIELD_START;
        this.state = start;
    }

    void begin() {
        state = start;
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
            case RECORD_START -> character == 0xEF ? State.MARK_BEGUN : begun(character, line);
            case MARK_BEGUN -> character == 0xBB ? State.MARK_NEARLY : unquoted(character);
            case MARK_NEARLY -> character == 0xBF ? State.RECORD_START : unquoted(character);
            case FIELD_START -> begun(character, line);
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

    private State begun(int character, long line) {
        return character == '"' ? opened(line) : unquoted(character);
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
