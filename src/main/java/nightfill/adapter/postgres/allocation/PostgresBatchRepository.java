package nightfill.adapter.postgres.allocation;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.adapter.postgres.server.CopyIn;
import nightfill.application.night.BatchRepository;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Decision.OutOfStock;
import nightfill.domain.allocation.Part;
import nightfill.domain.allocation.Parts;
import nightfill.domain.run.Run;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches, allocations and shortages in PostgreSQL. */
public record PostgresBatchRepository(DataSource dataSource, JdbcClient jdbc, Parts parts) implements BatchRepository {

    @Override
    public void keep(Run run, List<Allocated> promises) {
        RunFence.hold(jdbc, run, Run.State.ALLOCATING);
        copy(run, promises);
    }

    @Override
    public Turns turns(Run run) {
        try {
            return new PostgresTurns(dataSource, run, parts);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the open lines cannot be read", e);
        }
    }

    @Override
    public void record(Run run, List<? extends Decision> decisions) {
        RunFence.hold(jdbc, run, Run.State.ALLOCATING);
        // lost only with all that came after it, and what is lost is decided again
        jdbc.sql("set local synchronous_commit = off").update();
        decisions.stream()
                .collect(Collectors.<Decision, Part>groupingBy(
                        decision -> decision.demand().part()))
                .forEach((part, decided) -> recordPart(run, part, decided));
    }

    private void recordPart(Run run, Part part, List<? extends Decision> decisions) {
        if (isNew(run, part, decisions)) {
            copy(run, only(Allocated.class, decisions));
        }
    }

    /** Notes which lines were decided about, unless that is noted already. */
    private boolean isNew(Run run, Part part, List<? extends Decision> decisions) {
        List<OutOfStock> open = only(OutOfStock.class, decisions);
        return jdbc.sql("""
                insert into decided (run_id, first_line, last_line, open_lines, reasons, first_bucket, last_bucket)
                select :run, :first, :last, :lines, :reasons::shortage_reason[], :firstBucket, :lastBucket
                where not exists (
                    select from decided
                    where run_id = :run and :first between first_line and last_line
                        and first_bucket <= :firstBucket and last_bucket >= :lastBucket)
                """)
                        .param("run", run.id())
                        .param("firstBucket", part.firstBucket())
                        .param("lastBucket", part.lastBucket())
                        .param("first", decisions.get(0).demand().turn())
                        .param(
                                "last",
                                decisions.get(decisions.size() - 1).demand().turn())
                        .param(
                                "lines",
                                open.stream().map(it -> it.demand().turn()).toArray(Long[]::new))
                        .param(
                                "reasons",
                                open.stream().map(it -> it.reason().name()).toArray(String[]::new))
                        .update()
                == 1;
    }

    private void copy(Run run, List<Allocated> allocated) {
        CopyIn.send(
                dataSource,
                "copy standing_allocation (line_id, batch_id, quantity, from_run) from stdin",
                allocated,
                (copy, it) -> copy.value(it.demand().turn())
                        .value(it.batchId())
                        .value(it.demand().quantity())
                        .value(run.id()));
    }

    private static <D extends Decision> List<D> only(Class<D> kind, List<? extends Decision> decisions) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
