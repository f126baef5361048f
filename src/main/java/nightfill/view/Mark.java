package nightfill.view;

/**
 * A state for the eye: its word, a shape that tells it from others without colour, and a tone.
 *
 * @param word fits behind "the night is"
 */
public record Mark(String word, Shape shape, Tone tone) {

    /** Different in greyscale, and for the colour-blind. */
    public enum Shape {
        DOT,
        RING,
        HALF,
        QUESTION,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        CROSS,
        DASH,
        SLASH,
        UNEQUAL,
        ARROW
    }

    /** How loud it is. */
    public enum Tone {
        GOOD,
        ACTIVE,
        WARNING,
        BAD,
        QUIET
    }
}
