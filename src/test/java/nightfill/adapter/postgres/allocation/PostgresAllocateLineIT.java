package nightfill.adapter.postgres.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.application.urgent.AllocateLine;
import nightfill.application.urgent.AllocateLineContract;
import nightfill.application.urgent.UrgentAnswer;
import nightfill.application.urgent.UrgentAnswer.OutOfStock;
import nightfill.application.urgent.UrgentAnswer.Promised;
import nightfill.application.urgent.UrgentPromises;
import nightfill.application.urgent.UrgentRequest;
import nightfill.domain.access.Actor;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAllocateLineIT extends AllocateLineContract {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    private long before;

    @BeforeEach
    void readTrail() {
        before = DATABASE.database().number("select coalesce(max(id), 0) from audit_log");
    }

    @Override
    protected NightPorts ports() {
        return DATABASE.ports();
    }

    @Override
    protected AllocateLine allocateLine() {
        return NightDatabase.allocateLine(DATABASE.database().dataSource());
    }

    @Override
    protected UrgentPromises promises() {
        return new PostgresUrgentPromises(DATABASE.database().jdbc());
    }

    @Override
    protected List<String> trail() {
        return DATABASE.database()
                .jdbc()
                .sql("select concat_ws(', ', act, subject, message) from audit_log where id > ? order by id")
                .param(before)
                .query(String.class)
                .list();
    }

    @Test
    void of_fifty_clients_who_want_the_last_ten_units_ten_get_one() throws Exception {
        tenChairsAreLeft();
        AllocateLine allocateLine = allocateLine();
        List<UrgentAnswer> answers = atOnce(IntStream.range(0, 50)
                .<Callable<UrgentAnswer>>mapToObj(client -> () -> allocateLine.of(request("U-" + client)))
                .toList());
        assertThat(answers).filteredOn(Promised.class::isInstance).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.equals(new OutOfStock(ShortageReason.SHORT)))
                .hasSize(40);
        assertThat(DATABASE.database().number("select count(*) from urgent_line"))
                .isEqualTo(10);
    }

    @Test
    void a_line_that_fifty_clients_want_is_allocated_once() throws Exception {
        tenChairsAreLeft();
        AllocateLine allocateLine = allocateLine();
        List<UrgentAnswer> answers = atOnce(IntStream.range(0, 50)
                .<Callable<UrgentAnswer>>mapToObj(client -> () -> allocateLine.of(request("U-1")))
                .toList());
        assertThat(answers).allMatch(Promised.class::isInstance);
        assertThat(answers).filteredOn(answer -> ((Promised) answer).anew()).hasSize(1);
    }

    @Test
    void a_night_that_opens_waits_for_a_line_that_is_being_allocated() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection allocating = DATABASE.database().dataSource().getConnection()) {
            allocating.setAutoCommit(false);
            allocating.createStatement().execute("lock table urgent_line in row exclusive mode");

            Future<Run> opened = other.submit(() -> ports().runs().open(LocalDate.of(2026, 11, 20), Terms.USUAL, null));
            await().until(() -> DATABASE.database().number("""
                    select count(*) from pg_locks where relation = 'urgent_line'::regclass and not granted
                    """) == 1);
            assertThat(opened).isNotDone();

            allocating.rollback();
            assertThat(opened.get().state()).isEqualTo(Run.State.LOADING);
        } finally {
            other.shutdownNow();
        }
    }

    private void tenChairsAreLeft() {
        new PortNight(ports(), LocalDate.of(2026, 11, 20))
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1001,1,TABLE,4")
                .finish();
    }

    private static UrgentRequest request(String orderId) {
        return new UrgentRequest(
                new OrderLine(orderId, "1", "CHAIR", 1),
                new Actor(Actor.Kind.TOKEN, "shop", "127.0.0.1"),
                Optional.of(orderId));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : clients.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}
