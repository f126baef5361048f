package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;

/** What is done to a night by processes that are killed, and then by one that is not. */
public final class KilledNight {

    public static final int CHUNK = 3;

    private static final String EXECUTIONS = "org.springframework.batch.core.repository.dao.jdbc.JdbcJobExecutionDao";
    public static final LocalDate BEFORE = LocalDate.of(2026, 11, 19);
    public static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final String LINES = "orderid,line,sku,qty\n";
    private static final Map<String, String> FEEDS_BEFORE = Map.of(
            "batches.csv",
            "ref,sku,qty,eta\nb1,SOFA,10,\nb2,SOFA,10,2026-12-01\nb3,LAMP,4,\nb4,TABLE,9,\n",
            "order_lines.csv",
            LINES + "1,1,SOFA,4\n1,2,SOFA,4\n2,1,SOFA,6\n3,1,LAMP,3\n4,1,LAMP,3\n5,1,CHAIR,1\n6,1,TABLE,2\n");
    private static final Map<String, String> FEEDS = Map.of(
            "batches.csv", "ref,sku,qty,eta\nb1,SOFA,6,\nb4,TABLE,9,\nb5,LAMP,2,\nb2,CHAIR,x,\nb7,STOOL,8,2026-12-05\n",
            "order_lines.csv",
                    LINES + "7,1,SOFA,1\n7,2,SOFA,2\n7,2,SOFA,2\n8,1,STOOL,5\n8,2,STOOL,5\n9,1,LAMP,2\n9,2,LAMP,-1\n"
                            + "10,1,TABLE,4\n10,2,DESK,1\n11,1,STOOL,3\n",
            "dispatches.csv", LINES + "6,1,TABLE,2\n1,1,SOFA,4\n1,3,LAMP,1\n",
            "cancellations.csv", LINES + "3,1,LAMP,3\n");
    private static final Map<String, String> OTHER_FEEDS = Map.of(
            "batches.csv",
            "ref,sku,qty,eta\nb1,SOFA,12,\nb8,DESK,3,\n",
            "order_lines.csv",
            LINES + "7,1,SOFA,1\n13,1,DESK,2\n14,1,STOOL,1\n15,1,SOFA,9\n");

    /** What is done to the night. */
    public enum Action {
        NIGHT,
        /** The finished night is run again with other feeds. */
        CORRECTION,
        /** The night is abandoned while it allocates, and then run with other feeds. */
        ABANDONMENT,
        /** The night is run with other feeds than those that it has loaded so far. */
        NEW_FEEDS
    }

    private final TestNightfill nightfill;
    private final Action action;
    private int parts = 1;

    private KilledNight(TestNightfill nightfill, Action action) {
        this.nightfill = nightfill;
        this.action = action;
    }

    /** Comes to where the action is to be done. */
    public static KilledNight before(TestNightfill nightfill, Action action) throws IOException {
        nightfill.empty();
        nightfill.arrive(BEFORE, FEEDS_BEFORE);
        nightfill.deliver(BEFORE, false);
        nightfill.arrive(DATE, FEEDS);
        KilledNight night = new KilledNight(nightfill, action);
        night.prepare();
        return night;
    }

    private void prepare() throws IOException {
        switch (action) {
            case NIGHT -> {}
            case CORRECTION -> nightfill.deliver(DATE, false);
            case ABANDONMENT -> stopAt("allocate");
            case NEW_FEEDS -> stopAt("load order lines");
        }
        if (action == Action.CORRECTION || action == Action.NEW_FEEDS) {
            nightfill.arrive(DATE, OTHER_FEEDS);
        }
    }

    private void stopAt(String step) {
        nightfill.stopAt(step);
        assertThat(ending(() -> nightfill.deliver(DATE, false))).contains(Kind.STOPPED);
    }

    /** Lets the processes that are killed cut the night into so many parts. */
    public KilledNight inParts(int number) {
        parts = number;
        return this;
    }

    /** Does it in a process that is killed at the end of the way. */
    public void killAt(List<Place> way) throws IOException, InterruptedException, IllegalConnectorArgumentsException {
        killAt(way, held -> {});
    }

    /** The same, once something was looked at while the process is held there. */
    public void killAt(List<Place> way, Consumer<Child> look)
            throws IOException, InterruptedException, IllegalConnectorArgumentsException {
        try (Watch watch = new Watch();
                Child child = start(watch.options())) {
            watch.holdAt(way);
            look.accept(child);
            child.signal("KILL");
            child.await().with(137);
        }
    }

    /** Does it in a process that is asked to stop just before it writes its execution for that time. */
    public Ended stopAtWriteOfExecution(int time)
            throws IOException, InterruptedException, IllegalConnectorArgumentsException {
        try (Watch watch = new Watch();
                Child child = start(watch.options())) {
            watch.holdAt(List.of(Place.before(EXECUTIONS, "updateJobExecution").time(time)));
            nightfill.useCases().nights().stop().stop(Optional.empty());
            watch.release();
            return child.await();
        }
    }

    private Child start(List<String> options) {
        Installation installation = nightfill
                .installation()
                .with("NIGHTFILL_OUTPUT", nightfill.output())
                .with("NIGHTFILL_CHUNK_SIZE", CHUNK)
                .with("NIGHTFILL_PARTS", parts)
                .with("NIGHTFILL_ZONE", "UTC");
        return installation.start(options, command(installation));
    }

    private String[] command(Installation installation) {
        String published = nightfill.published().toString();
        return switch (action) {
            case NIGHT, NEW_FEEDS -> installation.runOf(DATE.toString(), "--publish", published);
            case CORRECTION -> installation.runOf(DATE.toString(), "--publish", published, "--correction");
            case ABANDONMENT -> new String[] {"abandon"};
        };
    }

    /** Does it to the end. */
    public void finish() throws IOException {
        if (action == Action.ABANDONMENT) {
            ending(() -> nightfill.useCases().nights().abandon().abandon(Optional.empty(), nightfill.output()))
                    .ifPresent(done -> assertThat(done).isEqualTo(Kind.REFUSED));
            nightfill.arrive(DATE, OTHER_FEEDS);
        }
        nightfill.deliver(DATE, action == Action.CORRECTION);
    }

    private static Optional<Kind> ending(Runnable command) {
        try {
            command.run();
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem.kind());
        }
    }
}
