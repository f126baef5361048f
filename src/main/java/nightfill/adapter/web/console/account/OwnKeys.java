package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.access.Account;
import nightfill.application.access.Completed;
import nightfill.application.access.ManageAccounts;
import nightfill.application.access.OwnAccount;
import nightfill.application.access.OwnAccount.Person;
import nightfill.application.problem.Problem;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.SecretCode;

/** Changes what somebody has to log in with, as the form of a request says. */
public record OwnKeys(OwnAccount own, ManageAccounts accounts, OfferedFactor factor) {

    /** The account as it is afterwards, and the recovery codes that are shown once, if any. */
    record Done(Account account, List<String> codes) {

        private static Done of(Account account) {
            return new Done(account, List.of());
        }

        private static Done of(Completed completed) {
            return new Done(
                    completed.account(),
                    completed.recovery().codes().stream().map(SecretCode::shown).toList());
        }
    }

    /** The factor that may be enrolled. */
    OfferedFactor.Shown offered(HttpServletRequest request) {
        return factor.shown(request, name(request));
    }

    /** @throws Problem (refused) when what was typed will not do */
    Done change(HttpServletRequest request, OwnAct act) {
        AccountName name = name(request);
        return switch (act) {
            case PASSWORD ->
                Done.of(own.changePassword(
                        new Person(name, request.getRemoteAddr()),
                        typed(request, "former"),
                        typed(request, "password")));
            case FACTOR -> enrolled(request, name);
            case RECOVERY_CODES -> Done.of(own.renewRecovery(name));
            case SESSIONS -> Done.of(accounts.endSessions(name));
        };
    }

    private Done enrolled(HttpServletRequest request, AccountName name) {
        Completed completed = own.enrolFactor(name, factor.of(request), typed(request, "digits"));
        factor.taken(request);
        return Done.of(completed);
    }

    /** Of a person with an account: nobody else gets here. */
    private static AccountName name(HttpServletRequest request) {
        return Visitor.of(request).accountName().orElseThrow();
    }

    private static String typed(HttpServletRequest request, String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "");
    }
}
