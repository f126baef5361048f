package nightfill.domain.access;

import java.util.Optional;
import nightfill.domain.run.Acceptance;
import org.jspecify.annotations.Nullable;

/** Something that a person can have Nightfill do, who may, and what it takes. */
public enum Act {
    RUN(Role.OPERATOR, Care.USUAL, "run"),
    RESTART(Role.OPERATOR, Care.USUAL, "restart"),
    STOP(Role.OPERATOR, Care.USUAL, "stop"),
    TAKE_OVER(Role.OPERATOR, Care.SIGNED, "take over"),
    PUBLISH(Role.OPERATOR, Care.USUAL, "publish"),
    ACCEPT_SAME_FEED(Acceptance.SAME_FEED, "accept the same feed"),
    ACCEPT_SHRUNK_FEEDS(Acceptance.SHRUNK_FEEDS, "accept shrunk feeds"),
    ACCEPT_RENUMBERED(Acceptance.RENUMBERED, "accept renumbered lines"),
    RUN_PENDING(Role.OPERATOR, Care.USUAL, "run pending dates"),
    RUN_AFTER_RESTORE(Role.OPERATOR, Care.USUAL, "run after a restore"),
    ABANDON(Role.ADMIN, Care.SIGNED, "abandon"),
    CORRECT(Role.ADMIN, Care.SIGNED, "correct"),
    MANAGE_ACCOUNTS(Role.ADMIN, Care.CONFIRMED, "manage accounts");

    private final Role least;
    private final Care care;
    private final @Nullable Acceptance accepted;
    private final String title;

    Act(Role least, Care care, String title) {
        this(least, care, null, title);
    }

    Act(Acceptance accepted, String title) {
        this(Role.OPERATOR, Care.SIGNED, accepted, title);
    }

    Act(Role least, Care care, @Nullable Acceptance accepted, String title) {
        this.least = least;
        this.care = care;
        this.accepted = accepted;
        this.title = title;
    }

    /** The lowest role that may. */
    public Role least() {
        return least;
    }

    /** A verb and its object, as people read it. */
    public String title() {
        return title;
    }

    /** Whether it runs the night of a date as it was sent, and no other. */
    public boolean runsOneNight() {
        return this == RUN || accepted != null;
    }

    /** The guard that is not to refuse the night that it runs, if there is one. */
    public Optional<Acceptance> accepted() {
        return Optional.ofNullable(accepted);
    }

    /** Whether the person has to say why. */
    public boolean needsNote() {
        return care == Care.SIGNED;
    }

    /** Whether the person must have shown the second factor within the last minutes. */
    public boolean needsFreshFactor() {
        return care != Care.USUAL;
    }

    private enum Care {
        USUAL,
        CONFIRMED,
        SIGNED
    }
}
