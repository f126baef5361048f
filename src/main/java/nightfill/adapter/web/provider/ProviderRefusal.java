package nightfill.adapter.web.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nobody came in by a provider, in words for whoever tried; for each its line says what to do. */
public enum ProviderRefusal {
    ROLE(
            "You are known at %1$s, but its claim %2$s gives you no role here. Ask whoever manages %1$s for a group or role"
                    + " that the console lets in, then log in again."),
    NAME(
            "%1$s says no name of you that can be kept here: 1 to 64 letters, digits and . _ - @ + | : / as user name, mail"
                    + " address or subject. Ask whoever manages %1$s for one."),
    STALE("This log-in was not begun in this browser, or is over already. Begin again."),
    DENIED("%1$s did not let you in. Begin again, or ask whoever manages %1$s."),
    UNPROVEN(
            "What %1$s said of you could not be verified, so nobody was let in. Begin again; if that does not help, the"
                    + " console's log says what was wrong."),
    NOT_AGAIN(
            "%1$s did not ask you to log in again, or does not say so (auth_time). Log out there, then log in again."),
    DOWN(
            "%1$s does not answer as it should, so nobody can log in with it. Try again later, or log in with an account of"
                    + " this console; its log says what is wrong."),
    BUSY("Too many log in with %1$s at once. Try again in some seconds.");

    private final String line;

    ProviderRefusal(String line) {
        this.line = line;
    }

    /** As an address has it. */
    public static Optional<ProviderRefusal> of(String word) {
        return Stream.of(values()).filter(why -> why.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String line(Provider provider) {
        return line.formatted(provider.name(), provider.roles().name());
    }
}
