package nightfill.application.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nightfill.application.problem.Problem.Kind;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Allowance;
import nightfill.domain.access.AuditEntry.Request;

/**
 * Notes who logs in and out, and who is refused what. However many refusals there are, the trail grows no faster than the
 * allowance of each account, and the one that all strangers share, lets it.
 */
public final class AccessTrail {

    /** The act of logging in, as entries have it. */
    public static final String LOG_IN = "log in";

    private static final String STRANGER = "unknown name";

    private final AuditTrail trail;
    private final Accounts accounts;
    private final Later later;
    private final InstantSource clock;
    private final Map<String, Allowance> allowances = new HashMap<>();

    public AccessTrail(AuditTrail trail, Accounts accounts, Later later, InstantSource clock) {
        this.trail = trail;
        this.accounts = accounts;
        this.later = later;
        this.clock = clock;
    }

    /** Whoever cannot be noted does not come in: what goes wrong is thrown. */
    public void loggedIn(Actor actor) {
        loggedIn(actor, "");
    }

    /**
     * The same of somebody without an account.
     *
     * @param how who vouches for them, and gives them what role
     */
    public void loggedIn(Actor actor, String how) {
        trail.happened(new Request(actor, LOG_IN, "", ""), Audited.DONE, how);
    }

    /** Whoever wants to go goes, noted or not. */
    public void loggedOut(Actor actor) {
        orWarn(() -> trail.happened(new Request(actor, "log out", "", ""), Audited.DONE, ""));
    }

    /**
     * Notes a wrong name, password or code, later, so that it takes as long for a name that nobody has. Such a name is not
     * kept: some people type their password there.
     */
    public void refusedLogIn(String typed, String address) {
        later.doing(() -> orWarn(() -> {
            Optional<String> known = AccountName.parse(typed)
                    .flatMap(accounts::find)
                    .map(account -> account.name().text());
            Actor actor = new Actor(Actor.Kind.CONSOLE, known.orElse(STRANGER), address);
            note(known.orElse(""), new Request(actor, LOG_IN, "", ""), "name, password or code was wrong");
        }));
    }

    /** Notes that somebody without an account was refused something else. */
    public void refusedStranger(String act, String address, String why) {
        Actor actor = new Actor(Actor.Kind.CONSOLE, "stranger", address);
        orWarn(() -> note("", new Request(actor, act, "", ""), why));
    }

    /** Notes that a token was shown that nobody has. */
    public void refusedToken(String act, String address, String why) {
        refused(new Actor(Actor.Kind.TOKEN, "unknown", address), act, "", why);
    }

    /** Notes what somebody who is logged in was refused, or a program; one may be called as the other is. */
    public void refused(Actor actor, String act, String subject, String why) {
        String whose = actor.kind() == Actor.Kind.TOKEN ? "token " + actor.name() : actor.name();
        orWarn(() -> note(whose, new Request(actor, act, subject, ""), why));
    }

    private void note(String whose, Request request, String why) {
        Instant now = clock.instant();
        Allowance before = take(whose, now);
        if (before.hasRoom(now)) {
            trail.happened(request, Kind.REFUSED.name(), why + unsaid(before));
        }
    }

    /** The allowance as it was before. */
    private synchronized Allowance take(String whose, Instant now) {
        Allowance before = allowances.getOrDefault(whose, Allowance.FULL);
        allowances.put(whose, before.after(now));
        return before;
    }

    private static String unsaid(Allowance before) {
        return before.unsaid() == 0 ? "" : "; %d more before this were not noted one by one".formatted(before.unsaid());
    }

    private void orWarn(Runnable note) {
        try {
            note.run();
        } catch (RuntimeException e) {
            later.unnoted(e);
        }
    }

    /** Where work is done while nobody waits for it. */
    public interface Later {

        /** Does one piece of work after the other. */
        void doing(Runnable work);

        /** Learns why the trail does not say who logged out, or was refused what. */
        void unnoted(RuntimeException failure);
    }
}
