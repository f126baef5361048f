package nightfill.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.application.problem.Problem;
import nightfill.domain.access.Actor;
import nightfill.domain.watch.RetryPlan;

/**
 * Who calls the program.
 *
 * @param asked the entry of the audit trail by which a console has asked for what is to be done
 * @param launcher the script that started the program; nothing where none did
 * @param retries how a scheduler tries again by itself; nothing where it has not said so
 */
public record Caller(Actor actor, Optional<Long> asked, Optional<Path> launcher, Optional<RetryPlan> retries) {

    private static final String SCHEDULER = "scheduler";

    /** What Java calls a user whom the system gives no name. */
    private static final String NAMELESS = "?";

    /**
     * Of the process that has the variables.
     *
     * @throws Problem (usage) when a value makes no sense, naming variable and value
     */
    public static Caller from(Map<String, String> environment) {
        return new Caller(
                actor(environment),
                asked(environment),
                Optional.ofNullable(environment.get("NIGHTFILL_LAUNCHER")).map(Path::of),
                retries(environment));
    }

    /** The pause alone is a setting of the scheduler's, and no plan. */
    private static Optional<RetryPlan> retries(Map<String, String> environment) {
        String until = environment.getOrDefault("NIGHTFILL_RETRY_UNTIL", "");
        String pause = environment.getOrDefault("NIGHTFILL_RETRY_SECONDS", "");
        if (until.isEmpty() || !environment.getOrDefault("NIGHTFILL_CALLER", "").equals(SCHEDULER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RetryPlan(Duration.ofSeconds(Integer.parseInt(pause)), Instant.parse(until)));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw Problem.usage(
                    "NIGHTFILL_RETRY_SECONDS and NIGHTFILL_RETRY_UNTIL are %s and %s, which is not a number and a moment"
                            .formatted(pause, until));
        }
    }

    private static Actor actor(Map<String, String> environment) {
        String caller = environment.getOrDefault("NIGHTFILL_CALLER", "");
        return switch (caller) {
            case "" -> ofThisProcess(Actor.Kind.HOST, person(environment));
            case SCHEDULER -> ofThisProcess(Actor.Kind.SCHEDULER, SCHEDULER);
            default -> throw Problem.usage("NIGHTFILL_CALLER is %s, which is not %s".formatted(caller, SCHEDULER));
        };
    }

    private static Actor ofThisProcess(Actor.Kind kind, String name) {
        return Actor.ofProcess(kind, name, LockOwner.thisProcess().pid(), LockOwner.hostOfThisProcess());
    }

    /** Rather than the account that Nightfill runs as, the person who took it on. */
    private static String person(Map<String, String> environment) {
        String person = environment.getOrDefault("SUDO_USER", "");
        return person.isBlank() ? account(System.getProperty("user.name", NAMELESS)) : person;
    }

    /** Containers run under a number that need have no name. */
    static String account(String name) {
        try {
            return name.equals(NAMELESS) ? "uid " + Files.getAttribute(Path.of("/proc/self"), "unix:uid") : name;
        } catch (IOException e) {
            return name;
        }
    }

    private static Optional<Long> asked(Map<String, String> environment) {
        String asked = environment.getOrDefault("NIGHTFILL_ASKED", "");
        if (!asked.matches("|[1-9][0-9]{0,17}")) {
            throw Problem.usage(
                    "NIGHTFILL_ASKED is %s, which is not the number of an entry of the audit trail".formatted(asked));
        }
        return Optional.of(asked).filter(number -> !number.isEmpty()).map(Long::valueOf);
    }
}
