package nightfill.domain.access;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which passwords are too easy to guess; what they are made of is nobody's business.
 *
 * @param common passwords that many people have, folded
 */
public record PasswordRule(Set<String> common) {

    public static final int FEWEST = 12;
    public static final int MOST = 1024;

    /** A shorter name is in too many passwords by chance. */
    private static final int TELLING = 4;

    private static final String PRODUCT = "nightfill";

    /** The password in its composed form (NFC), which does not depend on the keyboard it was typed on. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed, Form.NFC);
    }

    /** What is wrong with a password for an account of that name, if anything is. */
    public Optional<Weakness> weakness(String typed, AccountName name) {
        String password = normal(typed);
        int length = password.codePointCount(0, password.length());
        if (length < FEWEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        return length > MOST ? Optional.of(Weakness.TOO_LONG) : guessable(AccountName.fold(password), name.folded());
    }

    private Optional<Weakness> guessable(String password, String name) {
        if (isCommon(password)) {
            return Optional.of(Weakness.COMMON);
        }
        boolean telling = name.codePointCount(0, name.length()) >= TELLING && password.contains(name);
        return Optional.of(Weakness.HAS_NAME).filter(weakness -> telling || password.contains(PRODUCT));
    }

    /** Also where it is a common one said again and again. */
    private boolean isCommon(String password) {
        return IntStream.rangeClosed(1, password.length())
                .mapToObj(length -> password.substring(0, length))
                .anyMatch(part -> common.contains(part)
                        && part.repeat(password.length() / part.length()).equals(password));
    }

    /** Why a password is refused. */
    public enum Weakness {
        TOO_SHORT("the password has fewer than %d characters".formatted(FEWEST)),
        TOO_LONG("the password has more than %d characters".formatted(MOST)),
        COMMON("many people have this password"),
        HAS_NAME("the password contains the name of the account or of the product");

        private final String what;

        Weakness(String what) {
            this.what = what;
        }

        /** One sentence for people. */
        public String what() {
            return what;
        }
    }
}
