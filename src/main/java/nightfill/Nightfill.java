package nightfill;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nightfill.adapter.cli.CommandContext;
import nightfill.adapter.cli.NightfillCommand;
import nightfill.adapter.cli.NightfillCommand.Outlet;
import nightfill.adapter.cli.text.ConsoleProgress;
import nightfill.adapter.cli.text.Failures;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.feeds.FilesystemFeedWriter;
import nightfill.adapter.files.sync.FilesystemFileTree;
import nightfill.adapter.files.sync.FilesystemSyncFiles;
import nightfill.adapter.files.sync.FilesystemSyncManifests;
import nightfill.adapter.json.JsonSummaryLinks;
import nightfill.adapter.json.JsonSyncManifestFormat;
import nightfill.application.UseCases;
import nightfill.application.act.Places;
import nightfill.application.problem.StopToken;
import nightfill.application.sample.GenerateNight;
import nightfill.application.sync.Synchronize;
import nightfill.application.verify.VerifyDirectory;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.run.Purchasing;
import nightfill.process.Caller;
import nightfill.process.Signals;
import nightfill.process.UnreadablePlaces;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Nightfill from the command line; Spring and the database only for the commands that need them. */
public record Nightfill(
        Settings settings,
        Caller caller,
        Outlet outlet,
        Signals signals,
        ConsoleSettings consoleSettings,
        Watchers watchers)
        implements CommandContext {

    public static void main(String[] arguments) {
        // in some languages Java writes numbers in digits of their own, also into file names
        Locale.setDefault(Locale.ROOT);
        Outlet outlet = new Outlet(writer(System.out), writer(System.err));
        Signals signals = Signals.heeded(outlet.err());
        int exitCode = execute(arguments, System.getenv(), outlet, signals);
        outlet.out().flush();
        outlet.err().flush();
        signals.exit(exitCode);
    }

    public static int execute(String[] arguments, Map<String, String> environment, Outlet outlet, Signals signals) {
        try {
            Settings settings = Settings.from(environment);
            prepare(settings);
            Caller caller = Caller.from(environment);
            Watchers watchers = Watchers.from(environment, settings, outlet.err());
            watchers.telemetry().prepare(caller.actor());
            ConsoleSettings console = new ConsoleSettings(environment);
            var nightfill = new Nightfill(settings, caller, outlet, signals, console, watchers);
            return NightfillCommand.over(nightfill, outlet).execute(arguments);
        } catch (Exception | Error e) {
            return new Failures(outlet.err()).of(e);
        }
    }

    /** The framework gives times in the zone of the virtual machine. */
    private static void prepare(Settings settings) {
        TimeZone.setDefault(TimeZone.getTimeZone(settings.zone()));
        System.setProperty(Failures.LOGS, settings.home().resolve("logs").toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    @Override
    public Path output() {
        return settings.output();
    }

    @Override
    public Purchasing purchasing() {
        return settings.feeds().purchasing();
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(settings.clock());
    }

    @Override
    public GenerateNight generateNight() {
        return new GenerateNight(new FilesystemFeedWriter());
    }

    @Override
    public VerifyDirectory verifyDirectory() {
        return new VerifyDirectory(new FilesystemFileTree(), new JsonSummaryLinks());
    }

    @Override
    public StopToken stop() {
        return signals.stop();
    }

    @Override
    public void withSync(Consumer<Synchronize> command) {
        Synchronize synchronize = new Synchronize(
                new FilesystemSyncFiles(), new FilesystemSyncManifests(settings.home(), new JsonSyncManifestFormat()));
        new ClosedHome(settings.home()).close(outlet::note);
        signals.begun(() -> {});
        signals.guard(() -> command.accept(synchronize));
    }

    @Override
    public void withDatabase(Consumer<UseCases> command) {
        signals.guard(() -> guarded((useCases, database) -> command.accept(useCases)));
    }

    @Override
    public Actor actor() {
        return caller.actor();
    }

    @Override
    public void audited(Request request, AuditedWork work) {
        OnRecord onRecord = new OnRecord(caller, outlet.err());
        signals.guard(() -> watchers.metrics()
                .after(
                        request,
                        () -> guarded((useCases, database) -> {
                            try {
                                onRecord.work(request, work, useCases, database);
                            } finally {
                                watchers.metrics().seen(database);
                            }
                        })));
    }

    private void guarded(BiConsumer<UseCases, Database> command) {
        logToFile();
        try (Database database = Database.open(settings, outlet::note)) {
            database.explaining(() -> worked(command, database));
        }
    }

    private UseCases worked(BiConsumer<UseCases, Database> command, Database database) {
        try (ConfigurableApplicationContext context = start(database)) {
            UseCases useCases = context.getBean(UseCases.class);
            signals.begun(database.sessions()::cancel);
            command.accept(useCases, database);
            return useCases;
        }
    }

    @Override
    public void serveConsole(ConsolePlace place, Places nights, Consumer<URI> ready) {
        signals.guard(() -> serve(place, nights, ready));
    }

    private void serve(ConsolePlace place, Places nights, Consumer<URI> ready) {
        var provider = consoleSettings.provider();
        Listening listening = Listening.at(place, consoleSettings.keyStorePassword(), outlet::note);
        listening.requireFree();
        new UnreadablePlaces(nights, settings.home()).warnings().forEach(outlet::note);
        logToFile();
        Console.Nights started = new Console.Nights(nights, caller.launcher());
        try (Database database = Database.open(settings, outlet::note);
                Console console =
                        database.explaining(() -> Console.start(settings, database, listening, started, provider))) {
            signals.serve(() -> {
                ready.accept(console.address());
                new FirstStart(console, settings.setupCode(), outlet.err()).announce(database);
            });
        }
    }

    /** The driver, and the web server, log to the platform's logger, which by itself writes to standard error. */
    private void logToFile() {
        new ClosedHome(settings.home()).open(outlet::note);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private ConfigurableApplicationContext start(Database database) {
        var progress = ConsoleProgress.to(outlet.err(), Boolean.getBoolean("nightfill.terminal"), settings.clock());
        return Wiring.start(settings, database, progress, watchers.telemetry());
    }

    private static PrintWriter writer(java.io.OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
