package nightfill;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nightfill.application.access.SetUp;
import nightfill.application.access.SetupNotice;
import nightfill.application.act.Places;
import nightfill.application.problem.Problem;
import nightfill.domain.access.SecretCode;
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
    static Console start(Settings settings, Database database, Listening listening, Nights nights) {
        return start(settings, database, listening, nights, Clock.system(settings.zone()));
    }

    /** The same at another time. */
    static Console start(Settings settings, Database database, Listening listening, Nights nights, Clock clock) {
        SpringProgram program = new SpringProgram(ConsoleBeans.class, listening.properties(), ConsoleBeans.PLAIN);
        try {
            ConfigurableApplicationContext context = program.serve(settings, database, beans -> {
                beans.registerBean(Clock.class, () -> clock);
                beans.registerBean(Nights.class, () -> nights);
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

    /**
     * Says how the first account is made. A log would keep the code, so it is shown to a person, or laid where only this user
     * can read it.
     */
    void announce(SecretCode code, Path notice, PrintWriter err) {
        String what = "nobody has an account yet: open %sset-up within %d minutes with the setup code"
                .formatted(address(), SetUp.VALIDITY.toMinutes());
        if (Boolean.getBoolean("nightfill.terminal")) {
            err.println(what + " " + code.shown());
            return;
        }
        try {
            part(SetupNotice.class).show(code);
            err.println(what + " in " + notice);
        } catch (IOException e) {
            throw Problem.failed("%s cannot be written".formatted(notice), e);
        }
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
