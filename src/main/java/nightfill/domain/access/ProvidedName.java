package nightfill.domain.access;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is called for whom an identity provider vouches: {@code ann (Keycloak)}. No account is ever called that, for
 * none has a blank or a bracket, whatever the provider says.
 */
public record ProvidedName(String text) {

    private static final String SIGNS = "._-@+|:/";

    /** Letters by their category that nobody sees: the fillers of Hangul. */
    private static final String UNSEEN = "\u115f\u1160\u3164\uffa0";

    /**
     * The first of several names that an audit trail can keep: 1 to 64 letters, digits and {@code . _ - @ + | : /}.
     *
     * @param claimed null where the provider does not say it, or it is no text
     */
    public static Optional<ProvidedName> of(String provider, List<@Nullable Object> claimed) {
        return claimed.stream()
                .filter(String.class::isInstance)
                .map(name -> Normalizer.normalize((String) Objects.requireNonNull(name), Form.NFC))
                .filter(ProvidedName::isName)
                .findFirst()
                .map(name -> new ProvidedName(name + " (" + provider + ")"));
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= AccountName.MAX_CODE_POINTS
                && text.codePoints().allMatch(ProvidedName::isOfNames);
    }

    private static boolean isOfNames(int point) {
        return SIGNS.indexOf(point) >= 0 || (Character.isLetterOrDigit(point) && UNSEEN.indexOf(point) < 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
