package nightfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.adapter.cli.CommandContext.ConsolePlace;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.adapter.secret.ServerKey;
import nightfill.adapter.web.provider.Provider;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.Chosen;
import nightfill.application.access.Completed;
import nightfill.application.access.MakeKeys;
import nightfill.application.access.ManageAccounts;
import nightfill.application.access.RedeemInvitation;
import nightfill.application.act.Places;
import nightfill.application.token.ManageTokens;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.Role;
import nightfill.domain.access.SecretCode;
import nightfill.domain.access.Totp;
import nightfill.domain.allocation.Parts;
import nightfill.harness.Browser;
import nightfill.harness.Child;
import nightfill.harness.ProgramClient;
import nightfill.harness.WebClient;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A console in this virtual machine, as it is wired, on a port of its own: {@code stranger()} asks as nobody,
 * {@code as(Role.VIEWER)} as somebody who is logged in. It works on a database that its test has, and on the home and
 * output of a directory that are laid out as those of {@link nightfill.harness.TestNightfill}.
 */
public final class ServedConsole implements AutoCloseable {

    public static final String PASSWORD = "over the hills and far";

    private static final ConsolePlace PLACE = new ConsolePlace("127.0.0.1", 0, false, null);

    private final Map<Role, WebClient> clients = new EnumMap<>(Role.class);
    private final Clock clock;
    private final Database database;
    private final Console console;

    private ServedConsole(
            ConnectionSettings connection, Path root, Listening listening, Optional<Provider> provider, Clock clock) {
        this.clock = clock;
        Settings settings = new Settings(
                root.resolve("home"),
                root.resolve("output"),
                clock.getZone(),
                new Settings.Server(Optional.of(connection), Duration.ZERO),
                new Cut(new ChunkSize(100), Parts.ONE),
                Settings.Feeds.USUAL);
        database = Database.open(settings, waiting -> {});
        console = Console.start(settings, database, listening, nights(root), provider, clock);
    }

    /** It is not started by a launcher unless its test writes one there. */
    private static Console.Nights nights(Path root) {
        return new Console.Nights(
                new Places(Optional.of(root.resolve("input")), root.resolve("output"), Optional.empty()),
                Optional.of(root.resolve("launcher")));
    }

    /** At the time of this machine. */
    public static ServedConsole over(TestDatabase database, Path root) {
        return over(database, root, Clock.system(ZoneId.of("UTC")));
    }

    /** At a time of the test's own. */
    public static ServedConsole over(TestDatabase database, Path root, Clock clock) {
        return over(new ConnectionSettings(database.url(), database.user(), database.password()), root, clock);
    }

    public static ServedConsole over(ConnectionSettings connection, Path root, Clock clock) {
        return new ServedConsole(connection, root, Listening.plainlyAt(PLACE), Optional.empty(), clock);
    }

    /** One that listens where its test says. */
    static ServedConsole at(Listening listening, TestDatabase database, Path root) {
        return new ServedConsole(
                new ConnectionSettings(database.url(), database.user(), database.password()),
                root,
                listening,
                Optional.empty(),
                Clock.systemUTC());
    }

    /** One with an identity provider, as its settings name it. */
    public static ServedConsole over(TestDatabase database, Path root, Map<String, String> environment, Clock clock) {
        return over(database, root, environment, PLACE, clock);
    }

    /** The same over a connection of its test's. */
    public static ServedConsole over(ConnectionSettings connection, Path root, Map<String, String> environment) {
        return new ServedConsole(
                connection,
                root,
                Listening.plainlyAt(PLACE),
                new ConsoleSettings(environment).provider(),
                Clock.systemUTC());
    }

    /** One with an identity provider and with a proxy in front of it. */
    public static ServedConsole behindProxy(TestDatabase database, Path root, Map<String, String> environment) {
        ConsolePlace place = new ConsolePlace(PLACE.address(), PLACE.port(), true, null);
        return over(database, root, environment, place, Clock.systemUTC());
    }

    private static ServedConsole over(
            TestDatabase database, Path root, Map<String, String> environment, ConsolePlace place, Clock clock) {
        return new ServedConsole(
                new ConnectionSettings(database.url(), database.user(), database.password()),
                root,
                Listening.plainlyAt(place),
                new ConsoleSettings(environment).provider(),
                clock);
    }

    /** One that speaks TLS itself. */
    public static ServedConsole over(TestDatabase database, Path root, ServerKey key) {
        return at(new Listening(PLACE, Optional.of(key)), database, root);
    }

    public URI address() {
        return console.address();
    }

    /** One of the things that the console is made of, such as a use case. */
    public <T> T part(Class<T> type) {
        return console.part(type);
    }

    /** What the audit trail says last, the newest first: who, what, and what came of it. */
    public List<String> newest(int most) {
        return part(AuditTrail.class).before(Long.MAX_VALUE, most).stream()
                .map(ServedConsole::line)
                .toList();
    }

    private static String line(AuditEntry entry) {
        return "%s: %s %s %s"
                .formatted(
                        entry.request().actor().title(),
                        entry.request().act(),
                        entry.outcome().word(),
                        entry.outcome().message());
    }

    /** Somebody who is not logged in. */
    public WebClient stranger() {
        return new WebClient(address());
    }

    /** The person of a role, called as it, logged in for as long as the console runs. */
    public WebClient as(Role role) {
        return clients.computeIfAbsent(role, missing -> logIn(person(missing.title(), missing)));
    }

    /** A program of its own name, with a role. */
    public ProgramClient program(String name, Role role) {
        String token = part(ManageTokens.class)
                .make(new AccountName(name), role)
                .secret()
                .text();
        return ProgramClient.of(address(), token);
    }

    /** Another session of somebody, who gives up a recovery code for it. */
    public WebClient logIn(Person person) {
        WebClient client = stranger();
        assertThat(client.logIn(person.name(), PASSWORD, person.recoveryCode()).statusCode())
                .isEqualTo(302);
        return client;
    }

    /** The same in a browser, which shows the nights then. */
    public void logIn(Person person, Browser browser) {
        ChromeDriver driver = browser.driver();
        driver.get(address() + "log-in");
        driver.findElement(By.name("name")).sendKeys(person.name());
        driver.findElement(By.name("password")).sendKeys(PASSWORD);
        driver.findElement(By.name("code")).sendKeys(person.recoveryCode());
        driver.findElement(By.cssSelector("main button")).click();
        await().atMost(Child.PATIENCE).until(() -> !driver.getCurrentUrl().contains("log-in"));
    }

    /** Adds an account, and has its person choose keys. */
    public Person person(String name, Role role) {
        Totp factor = part(MakeKeys.class).newFactor();
        String code = part(ManageAccounts.class)
                .add(new AccountName(name), role)
                .code()
                .shown();
        Chosen chosen = new Chosen(PASSWORD, factor, factor.code(Totp.step(clock.instant())));
        Completed completed = part(RedeemInvitation.class).redeem(code, chosen);
        return new Person(name, factor, completed, completed.recovery().codes().iterator());
    }

    /**
     * Somebody with an account.
     *
     * @param unused recovery codes
     */
    public record Person(String name, Totp factor, Completed completed, Iterator<SecretCode> unused) {

        /** The next one, which is used up with this. */
        public String recoveryCode() {
            return unused.next().shown();
        }
    }

    @Override
    public void close() {
        console.close();
        database.close();
    }
}
