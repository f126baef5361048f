package nightfill.adapter.web;

import java.util.Locale;
import nightfill.view.Mark;
import nightfill.view.Mark.Shape;

/**
 * A state as a page draws it: a word, a shape, a colour.
 *
 * @param path of the shape, within 16 by 16
 * @param tone class of its colour
 */
public record ShownMark(String word, String path, String tone) {

    public static ShownMark of(Mark mark) {
        return new ShownMark(mark.word(), path(mark.shape()), mark.tone().name().toLowerCase(Locale.ROOT));
    }

    private static String path(Shape shape) {
        return switch (shape) {
            case DOT -> "M8 3a5 5 0 1 0 .01 0Z";
            case RING -> "M8 1a7 7 0 1 0 .01 0ZM8 4.500a3.500 3.500 0 1 1-.01 0Z";
            case HALF -> "M8 1a7 7 0 1 0 .01 0ZM8 4v8a4 4 0 0 1 0-8Z";
            case QUESTION ->
                "M5 6a3 3 0 1 1 4.200 2.800c-.8.300-1.200.800-1.200 1.700h-2c0-1.700.800-2.800 2-3.300A1 1 0 1 0 7 6ZM6 12h2v2H6Z";
            case SQUARE -> "M2.500 2.500h11v11h-11Z";
            case TRIANGLE -> "M8 1.500l7 13H1Z";
            case DIAMOND -> "M8 .500l7.500 7.500L8 15.500.500 8ZM8 4.500L4.500 8 8 11.500 11.500 8Z";
            case CROSS ->
                "M3.200 1.500L8 6.300l4.800-4.800 1.700 1.700L9.700 8l4.800 4.800-1.700 1.700L8 9.700l-4.800 4.800-1.700-1.700L6.300 8 1.500 3.200Z";
            case DASH -> "M2 6.700h12v2.600H2Z";
            case SLASH -> "M11.200 1.500L14.500 3 4.800 14.500 1.500 13Z";
            case UNEQUAL ->
                "M9.600 1L12 2 11 4.500h3.500v2.500h-4.500l-.800 2h5.300v2.500H8.200L6.400 15 4 14l1-2.500H1.500V9H6l.800-2H1.500V4.500h6.700Z";
            case ARROW -> "M9 2l6 6-6 6v-4H1V6h8Z";
        };
    }
}
