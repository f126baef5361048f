package nightfill.application.act;

import java.io.IOException;
import java.util.function.Consumer;

/** Has orders carried out by processes that outlive this one. */
public interface NightStarter {

    /** An order in the words of the command line. */
    Words words(Order order);

    /**
     * Starts a process, which answers the entry of the audit trail itself once it is under way.
     *
     * @param ended hears how it ended, if this process lives until then
     */
    void start(Order order, long asked, Consumer<Ended> ended) throws IOException;

    /**
     * A command as people type it, and as the audit trail has it.
     *
     * @param line the whole command
     * @param act what it does, without where
     * @param subject what it does it to
     */
    record Words(String line, String act, String subject) {}

    /**
     * How a process ended.
     *
     * @param said the last line that it printed; may be empty
     */
    record Ended(int exitCode, String said) {

        private static final int SIGNALLED = 128;

        /** As a clause without its subject; a shell has 128 and its number for a signal. */
        String how() {
            return exitCode > SIGNALLED
                    ? "was ended by signal %d".formatted(exitCode - SIGNALLED)
                    : "ended with exit code %d".formatted(exitCode);
        }
    }
}
