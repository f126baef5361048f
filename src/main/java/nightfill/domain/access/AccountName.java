package nightfill.domain.access;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account is called: 1 to 64 letters, digits and {@code . _ - @}, a letter or digit first; the same name in upper
 * and lower case, and shown as it was spelled first.
 */
public record AccountName(String text) implements Comparable<AccountName> {

    public static final int MAX_CODE_POINTS = 64;

    private static final String SIGNS = "._-@";

    /** @throws IllegalArgumentException when it is no such text in its composed form (NFC) */
    public AccountName {
        if (!Normalizer.isNormalized(text, Form.NFC) || !isName(text)) {
            throw new IllegalArgumentException("not an account name");
        }
    }

    /** The name that was typed, if it is one. */
    public static Optional<AccountName> parse(String typed) {
        String text = Normalizer.normalize(typed.strip(), Form.NFC);
        return Optional.of(text).filter(AccountName::isName).map(AccountName::new);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
                && Character.isLetterOrDigit(text.codePointAt(0))
                && text.codePoints().allMatch(point -> Character.isLetterOrDigit(point) || SIGNS.indexOf(point) >= 0);
    }

    /** Alike for all spellings of the name. */
    public String folded() {
        return fold(text);
    }

    /** What differs in nothing but upper and lower case becomes equal. */
    static String fold(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Form.NFC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountName name && folded().equals(name.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(AccountName other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return text;
    }
}
