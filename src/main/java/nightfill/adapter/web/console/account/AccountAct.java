package nightfill.adapter.web.console.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.access.Account;
import nightfill.application.access.ManageAccounts;
import nightfill.application.access.ManageAccounts.Invited;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.SecretCode;
import org.jspecify.annotations.Nullable;

/** What an admin may do to an account that there is, in words, and by the use case. */
enum AccountAct {
    MAKE_VIEWER(Role.VIEWER),
    MAKE_OPERATOR(Role.OPERATOR),
    MAKE_ADMIN(Role.ADMIN),
    RESET(null),
    DISABLE(null),
    ENABLE(null),
    END_SESSIONS(null);

    private static final String NOTED = "The audit trail notes that you did it.";

    private final @Nullable Role role;

    AccountAct(@Nullable Role role) {
        this.role = role;
    }

    /** An account as it is afterwards, and the code that its person is to be given, if any. */
    record Done(Account account, Optional<SecretCode> code) {}

    static Optional<AccountAct> of(String path) {
        return Stream.of(values()).filter(act -> act.path().equals(path)).findFirst();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a heading, a button and the audit trail have it: {@code make bob admin}, {@code reset bob}. */
    String title(AccountName name) {
        return switch (this) {
            case MAKE_VIEWER, MAKE_OPERATOR, MAKE_ADMIN -> "make " + name + " " + given().title();
            case END_SESSIONS -> "end the sessions of " + name;
            case RESET, DISABLE, ENABLE -> path() + " " + name;
        };
    }

    /** As the audit trail has it. */
    String act() {
        return "account " + path().replace('-', ' ');
    }

    private Role given() {
        return Optional.ofNullable(role).orElseThrow();
    }

    List<String> effects(Account account) {
        String name = account.name().text();
        return switch (this) {
            case MAKE_VIEWER, MAKE_OPERATOR, MAKE_ADMIN ->
                List.of(
                        "%s, %s now, becomes %s: %s."
                                .formatted(name, account.role().title(), given().title(), RoleWords.may(given())),
                        "The sessions of %s end at once; the next log-in has the new role.".formatted(name),
                        NOTED);
            case RESET ->
                List.of(
                        "Password, second factor and recovery codes of %s are void at once, and all sessions end."
                                .formatted(name),
                        "You see an invitation code, once, which is valid for %d hours."
                                .formatted(ManageAccounts.VALIDITY.toHours()),
                        "With it %s chooses another password and another factor on the page Join.".formatted(name),
                        NOTED);
            case DISABLE -> List.of("The sessions of %s end at once, and nobody can log in.".formatted(name), NOTED);
            case ENABLE -> List.of("%s can log in again, with the keys of before.".formatted(name), NOTED);
            case END_SESSIONS ->
                List.of("Whoever is logged in as %s is logged out, wherever that is.".formatted(name), NOTED);
        };
    }

    /** What people might fear. */
    String not(Account account) {
        String name = account.name().text();
        return switch (this) {
            case MAKE_VIEWER, MAKE_OPERATOR, MAKE_ADMIN, END_SESSIONS ->
                "Change password or factor of %s, or stop a night that %s started.".formatted(name, name);
            case RESET ->
                account.enabled()
                        ? "Change the role of %s, or stop a night that %s started.".formatted(name, name)
                        : "Enable the account: do that too, or the code lets nobody in.";
            case DISABLE -> "Delete anything (enabling undoes it), or stop a night that %s started.".formatted(name);
            case ENABLE -> "Change the role of %s, or bring sessions of before back.".formatted(name);
        };
    }

    /** Why it makes no sense now. */
    Optional<String> whyNot(Account account) {
        String name = account.name().text();
        return switch (this) {
            case MAKE_VIEWER, MAKE_OPERATOR, MAKE_ADMIN ->
                when(
                        account.role() == role,
                        "%s is %s already".formatted(name, account.role().title()));
            case RESET -> Optional.empty();
            case DISABLE -> when(!account.enabled(), name + " is disabled already");
            case ENABLE -> when(account.enabled(), name + " is not disabled");
            case END_SESSIONS ->
                when(!account.enabled() || account.keys().isEmpty(), "nobody can be logged in as " + name);
        };
    }

    private static Optional<String> when(boolean so, String why) {
        return so ? Optional.of(why) : Optional.empty();
    }

    Done to(ManageAccounts accounts, AccountName name) {
        return switch (this) {
            case MAKE_VIEWER, MAKE_OPERATOR, MAKE_ADMIN -> done(accounts.changeRole(name, given()));
            case RESET -> done(accounts.reset(name));
            case DISABLE -> done(accounts.disable(name));
            case ENABLE -> done(accounts.enable(name));
            case END_SESSIONS -> done(accounts.endSessions(name));
        };
    }

    private static Done done(Account account) {
        return new Done(account, Optional.empty());
    }

    private static Done done(Invited invited) {
        return new Done(invited.account(), Optional.of(invited.code()));
    }
}
