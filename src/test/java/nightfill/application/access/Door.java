package nightfill.application.access;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import nightfill.application.access.LogIn.Attempt;
import nightfill.application.access.LogIn.Outcome;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.PasswordRule;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;

/** The use cases of accounts, wired to fakes unless others are given. */
public final class Door {

    public static final AccountName ANN = new AccountName("Ann");
    static final AccountName BOB = new AccountName("bob");
    static final String PASSWORD = "over the hills and far";
    static final String HOME = "192.0.2.1";
    static final String ELSEWHERE = "192.0.2.2";

    private final Random random = new Random(7);

    public final MutableClock clock = new MutableClock();
    final Accounts accounts;
    final FailedLogIns failed;
    final CountedHash hash;
    final Secrets secrets = this::random;
    final InMemorySetupNotice notice = new InMemorySetupNotice();
    final MakeKeys keys;
    final SetUp setUp;
    final RedeemInvitation redeem;
    final ManageAccounts manage;
    public final LogIn logIn;
    public final InMemoryAuditTrail log = new InMemoryAuditTrail(clock);
    public final AccessTrail trail;
    final OwnAccount own;

    public Door() {
        this(new InMemoryAccounts(), new InMemorySetupCodes(), new InMemoryFailedLogIns());
    }

    Door(Accounts accounts, SetupCodes codes, FailedLogIns failed) {
        this(accounts, codes, failed, new PlainHash());
    }

    Door(Accounts accounts, SetupCodes codes, FailedLogIns failed, PasswordHash slow) {
        this.accounts = accounts;
        this.failed = failed;
        hash = new CountedHash(slow);
        keys = new MakeKeys(hash, new PasswordRule(Set.of("password1234")), secrets, clock);
        setUp = new SetUp(accounts, codes, keys, secrets, notice, clock);
        redeem = new RedeemInvitation(accounts, keys, clock);
        manage = new ManageAccounts(accounts, secrets, clock);
        Tries tries = new Tries(failed, clock);
        logIn = new LogIn(accounts, hash, new Stranger(hash, secrets), tries, clock);
        trail = new AccessTrail(log, accounts, new SomeLater(Runnable::run), clock);
        own = new OwnAccount(accounts, keys, hash, tries);
    }

    private byte[] random(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return some;
    }

    /** An account that can log in. */
    public Completed complete(AccountName name, Role role) {
        return redeem.redeem(manage.add(name, role).code().shown(), chosen(PASSWORD));
    }

    Chosen chosen(String password) {
        Totp factor = keys.newFactor();
        return new Chosen(password, factor, codeOf(factor));
    }

    String codeOf(Totp factor) {
        return factor.code(Totp.step(clock.instant()));
    }

    /** What the person's app shows now. */
    public String code(AccountName name) {
        return codeOf(accounts.find(name).flatMap(Account::keys).orElseThrow().factor());
    }

    /** Waits until the app shows another code. */
    public String nextCode(AccountName name) {
        clock.advance(Duration.ofSeconds(30));
        return code(name);
    }

    Outcome logIn(String name, String password, String code) {
        return logIn.logIn(new Attempt(name, password, code, HOME));
    }

    long version(AccountName name) {
        return accounts.find(name).orElseThrow().version();
    }
}
