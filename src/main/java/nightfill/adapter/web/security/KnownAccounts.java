package nightfill.adapter.web.security;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import nightfill.application.access.Account;
import nightfill.application.access.Accounts;
import nightfill.application.sampling.Samples;
import nightfill.application.sampling.Sampling;
import nightfill.application.sampling.Snapshot;
import nightfill.application.sampling.Unanswered;
import nightfill.domain.access.AccountName;

/** All accounts as the database had them last; asked once for all pages that ask by themselves. */
public final class KnownAccounts {

    private static final String ALL = "all";

    private final Samples<String, Map<AccountName, Account>> samples;

    public KnownAccounts(Accounts accounts, Sampling sampling) {
        samples = sampling.of(all -> accounts.list().stream().collect(toMap(Account::name, identity())));
    }

    /** Whether the database has answered of late, or does so now. */
    public boolean areKnown(InstantSource clock) {
        try {
            return !since(clock.instant().minus(Sampling.AGE)).gone();
        } catch (Unanswered e) {
            return false;
        }
    }

    /** @throws Unanswered where they were never known */
    Snapshot<Map<AccountName, Account>> since(Instant moment) {
        return samples.get(ALL, moment);
    }
}
