package nightfill.adapter.web.console.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people may change about the account that is theirs, in words. */
enum OwnAct {
    PASSWORD("change your password"),
    FACTOR("enrol another second factor"),
    RECOVERY_CODES("renew your recovery codes"),
    SESSIONS("end your other sessions");

    /** What none of them does. */
    static final List<String> UNTOUCHED = List.of("Change your role, or stop a night that you started.");

    private final String title;

    OwnAct(String title) {
        this.title = title;
    }

    static Optional<OwnAct> of(String path) {
        return Stream.of(values()).filter(act -> act.path().equals(path)).findFirst();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return Sentences.begun(title);
    }

    List<String> effects() {
        return List.of(
                effect(),
                "Your other sessions end, in other browsers and on other devices; this one goes on.",
                "The audit trail notes that you did it.");
    }

    private String effect() {
        return switch (this) {
            case PASSWORD -> "Your new password counts from now on, the former one no longer.";
            case FACTOR ->
                "The codes of the new app count from now on, those of the former one no longer."
                        + " You see ten new recovery codes, once; the former ones are void.";
            case RECOVERY_CODES -> "You see ten new recovery codes, once; the former ones are void.";
            case SESSIONS -> "Whoever is logged in as you elsewhere has to log in again.";
        };
    }

    /** As the audit trail has it: {@code account change password}. */
    String act() {
        return "account " + title.replace("your ", "own ");
    }

    /** What the person is told afterwards. */
    String message() {
        return switch (this) {
            case PASSWORD -> "Your password is changed, and your other sessions have ended.";
            case FACTOR -> "Your new factor counts. Keep these recovery codes; they are shown this once:";
            case RECOVERY_CODES -> "Keep these recovery codes; they are shown this once, and the former ones are void:";
            case SESSIONS -> "Your other sessions have ended.";
        };
    }
}
