package nightfill.application.act;

import java.util.Optional;
import java.util.stream.Stream;
import nightfill.domain.watch.NightStatus;

/**
 * What a person saw when they decided: what is done later is done to that, or not at all.
 *
 * @param state of the night, of the last attempt at it, and of whoever owns the run lock; may be what anybody made up
 * @param entry the last one of the audit trail at that time
 */
public record Seen(String state, long entry) {

    private static final String TEXT = "[A-Z0-9.-]{1,100}@[0-9]{1,18}";

    /** Of a text that came back from a page; nothing where it is none that a page has. */
    public static Optional<Seen> parse(String text) {
        if (!text.matches(TEXT)) {
            return Optional.empty();
        }
        int at = text.indexOf('@');
        return Optional.of(new Seen(text.substring(0, at), Long.parseLong(text.substring(at + 1))));
    }

    /** As it is sent to a page, and comes back. */
    public String text() {
        return state + "@" + entry;
    }

    /** How the night was; nothing where there was none. */
    public Optional<NightStatus> status() {
        String name = state.split("\\.", 2)[0];
        return Stream.of(NightStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }
}
