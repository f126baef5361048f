package nightfill.domain.feed;

import nightfill.domain.allocation.Identifiers;

/** Makes control characters visible, so that a text can be shown, stored and opened anywhere. */
public final class VisibleText {

    private static final int CONTROL_PICTURES = 0x2400;

    private VisibleText() {}

    /** The text with each control character U+n shown as U+2400+n. */
    public static String of(String text) {
        return text.chars().noneMatch(Identifiers::isControl) ? text : shown(text);
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars()
                .map(character -> Identifiers.isControl(character) ? CONTROL_PICTURES + character : character)
                .forEach(character -> shown.append((char) character));
        return shown.toString();
    }
}
