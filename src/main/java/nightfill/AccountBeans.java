package nightfill;

import java.util.List;
import nightfill.adapter.postgres.watch.PostgresLastLogIns;
import nightfill.adapter.web.console.account.AccountActPage;
import nightfill.adapter.web.console.account.AccountActWords;
import nightfill.adapter.web.console.account.AccountsPage;
import nightfill.adapter.web.console.account.ChooseKeysPage;
import nightfill.adapter.web.console.account.CodeBearers;
import nightfill.adapter.web.console.account.LastChange;
import nightfill.adapter.web.console.account.NewAccountPage;
import nightfill.adapter.web.console.account.OfferedFactor;
import nightfill.adapter.web.console.account.OwnAccountPage;
import nightfill.adapter.web.console.account.OwnActPage;
import nightfill.adapter.web.console.account.OwnKeys;
import nightfill.adapter.web.console.account.Recorded;
import nightfill.adapter.web.security.AccountLogIn;
import nightfill.adapter.web.security.Afterwards;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.application.access.AccessTrail;
import nightfill.application.access.Audited;

/** What people do about accounts in the console, and what is noted of those who come in; beside {@link LogInBeans}. */
final class AccountBeans {

    private AccountBeans() {}

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            Audited.class,
            AccessTrail.class,
            Afterwards.class,
            AccountLogIn.class,
            PostgresLastLogIns.class,
            Recorded.class,
            FreshFactor.class,
            OfferedFactor.class,
            CodeBearers.class,
            ChooseKeysPage.class,
            LastChange.class,
            AccountActWords.class,
            AccountsPage.class,
            AccountActPage.class,
            NewAccountPage.class,
            OwnKeys.class,
            OwnAccountPage.class,
            OwnActPage.class);
}
