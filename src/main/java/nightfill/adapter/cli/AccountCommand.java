package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.BiFunction;
import nightfill.application.access.Account;
import nightfill.application.access.ManageAccounts;
import nightfill.application.access.ManageAccounts.Invited;
import nightfill.application.problem.Problem;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.words.Visible;
import nightfill.view.AccountWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Adds and changes the accounts of those who may use the console. */
@Command(
        name = "account",
        description = "Adds and changes the accounts of those who may use the console. May run beside a night.",
        mixinStandardHelpOptions = true)
final class AccountCommand extends AuditedCommand {

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "name one of add, list, reset, disable, enable");
    }

    @Command(
            name = "add",
            description = "Adds an account and prints its invitation code, which is valid for 24 hours.",
            mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "NAME", description = "Letters, digits and . _ - @") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "What it may do: viewer, operator or admin.")
                    String role) {
        Role given = Role.parse(role)
                .orElseThrow(() -> Problem.usage(
                        "--role is %s, which is not viewer, operator or admin".formatted(Visible.brief(role))));
        invite(name, "added", (accounts, parsed) -> accounts.add(parsed, given));
    }

    @Command(name = "list", description = "Lists the accounts by name.", mixinStandardHelpOptions = true)
    void list() {
        context().withDatabase(useCases -> {
            PrintWriter out = out();
            out.printf("%-24s %-8s %s%n", "NAME", "ROLE", "STATE");
            useCases.upkeep()
                    .accounts()
                    .list()
                    .forEach(each -> out.printf(
                            "%-24s %-8s %s%n", each.name(), each.role().title(), state(each)));
        });
    }

    @Command(
            name = "reset",
            description = "Takes password, factor and sessions from an account and prints a new invitation code,"
                    + " which is valid for 24 hours.",
            mixinStandardHelpOptions = true)
    void reset(@Parameters(paramLabel = "NAME") String name) {
        invite(name, "reset", ManageAccounts::reset);
    }

    @Command(
            name = "disable",
            description = "Lets nobody log in to an account any more, and ends its sessions.",
            mixinStandardHelpOptions = true)
    void disable(@Parameters(paramLabel = "NAME") String name) {
        change(name, "disabled", ManageAccounts::disable);
    }

    @Command(name = "enable", description = "Undoes disable.", mixinStandardHelpOptions = true)
    void enable(@Parameters(paramLabel = "NAME") String name) {
        change(name, "enabled", ManageAccounts::enable);
    }

    private void invite(String name, String done, BiFunction<ManageAccounts, AccountName, Invited> work) {
        AccountName parsed = parsed(name);
        audited(parsed.text(), (useCases, asked) -> {
            Invited invited = work.apply(useCases.upkeep().accounts(), parsed);
            Account account = invited.account();
            String line =
                    "%s (%s) is %s, %s".formatted(account.name(), account.role().title(), done, state(account));
            said(line);
            out().printf("invitation code: %s%n", invited.code().shown());
            return line;
        });
    }

    private void change(String name, String done, BiFunction<ManageAccounts, AccountName, Account> work) {
        AccountName parsed = parsed(name);
        audited(parsed.text(), (useCases, asked) -> {
            Account account = work.apply(useCases.upkeep().accounts(), parsed);
            return said("%s is %s".formatted(account.name(), done));
        });
    }

    private static AccountName parsed(String name) {
        return AccountName.parse(name)
                .orElseThrow(() -> Problem.usage(
                        "NAME is %s, which is not 1 to %d letters, digits and . _ - @, a letter or digit first"
                                .formatted(Visible.brief(name), AccountName.MAX_CODE_POINTS)));
    }

    private static String state(Account account) {
        return AccountWords.state(account.enabled(), account.invitedUntil().orElse(null), ZoneId.systemDefault());
    }
}
