package nightfill.domain.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account is for; each role may do all that those before it may. */
public enum Role {
    VIEWER,
    OPERATOR,
    ADMIN;

    /** In any case, as people write it. */
    public static Optional<Role> parse(String text) {
        return Stream.of(values())
                .filter(role -> role.title().equalsIgnoreCase(text))
                .findFirst();
    }

    public boolean may(Act act) {
        return compareTo(act.least()) >= 0;
    }

    /** As people read it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
