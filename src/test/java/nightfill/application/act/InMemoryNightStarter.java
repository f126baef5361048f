package nightfill.application.act;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nightfill.domain.access.Act;

/** Starts nothing, and remembers what it was to start. */
final class InMemoryNightStarter implements NightStarter {

    final Map<Long, Order> started = new LinkedHashMap<>();
    private final Map<Long, Consumer<Ended>> listeners = new LinkedHashMap<>();
    private boolean broken;

    /** Lets nothing be started any more. */
    void breakDown() {
        broken = true;
    }

    void end(long asked, int exitCode, String said) {
        Objects.requireNonNull(listeners.get(asked)).accept(new Ended(exitCode, said));
    }

    @Override
    public Words words(Order order) {
        String subject =
                order instanceof Order.Run run ? run.delivery().night().date().toString() : order.toString();
        return new Words("nightfill " + Act.RUN.title(), Act.RUN.title(), subject);
    }

    @Override
    public synchronized void start(Order order, long asked, Consumer<Ended> ended) throws IOException {
        if (broken) {
            throw new IOException("no such program");
        }
        started.put(asked, order);
        listeners.put(asked, ended);
    }
}
