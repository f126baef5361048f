package nightfill;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nightfill.adapter.web.provider.Provider;
import nightfill.adapter.web.provider.ProviderConfiguration;
import nightfill.application.access.SetUp;
import nightfill.application.access.SetupNotice;
import nightfill.application.act.Places;
import nightfill.application.problem.Problem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The admin console as a program: a web server over a database whose tables are up to date; it works no night itself. */
public class Console implements AutoCloseable {

    /**
     * The nights that it starts.
     *
     * @param launcher what it starts them by; nothing where it cannot
     */
    record Nights(Places places, Optional<Path> launcher) {}

    private final ConfigurableApplicationContext context;
    private final Listening listening;

    private Console(ConfigurableApplicationContext context, Listening listening) {
        this.context = context;
        this.listening = listening;
    }

    /** @throws Problem (refused) when somebody else listens there */
    static Console start(
            Settings settings, Database database, Listening listening, Nights nights, Optional<Provider> provider) {
        return start(settings, database, listening, nights, provider, Clock.system(settings.zone()));
    }

    /** The same at another time. */
    static Console start(
            Settings settings,
            Database database,
            Listening listening,
            Nights nights,
            Optional<Provider> provider,
            Clock clock) {
        SpringProgram program = new SpringProgram(ConsoleBeans.class, listening.properties(), ConsoleBeans.PLAIN);
        try {
            ConfigurableApplicationContext context = program.serve(settings, database, beans -> {
                beans.registerBean(Clock.class, () -> clock);
                beans.registerBean(Nights.class, () -> nights);
                provider.ifPresent(known -> {
                    beans.registerBean(Provider.class, () -> known);
                    beans.registerBean(ProviderConfiguration.class);
                });
            });
            return new Console(context, listening);
        } catch (PortInUseException | ApplicationContextException e) {
            throw NestedExceptionUtils.getMostSpecificCause(e) instanceof BindException ? listening.taken() : e;
        }
    }

    /** Where it answers. */
    URI address() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return listening.address(port);
    }

    /** A code that lets whoever brings it make the first account; none where there is one already. */
    Optional<SetUp.Begun> setUp() {
        return part(SetUp.class).begin();
    }

    SetupNotice notice() {
        return part(SetupNotice.class);
    }

    /** One of the things that it is made of. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
