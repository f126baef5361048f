package nightfill.application.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.application.report.ReportFolders;
import nightfill.application.report.RunsInOutput;
import nightfill.application.report.WriteReports;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Fence;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryExecutions;
import nightfill.application.run.InMemoryTable;
import nightfill.application.run.Unseen;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;

/** Works the steps of a night one after the other, each in one transaction, by calling the use cases. */
public final class FakeNightJob implements NightJob {

    private final NightPorts ports;
    private final Fence fence;
    private final InMemoryExecutions executions;
    private final Work work;
    private final InMemoryTable<Completed> completed;
    private final Map<String, Runnable> disturbances = new HashMap<>();
    private String failAfter = "";

    /** What the steps call. */
    public record Work(
            AcceptFeeds acceptFeeds,
            FeedFiles files,
            FeedReader reader,
            RefusedRows refusedRows,
            TakeEffect takeEffect,
            WriteReports writeReports,
            ReportFolders folders) {}

    private record Completed(long run, String step) {}

    private record Attempt(Run run, long id, StopToken stop) {}

    public FakeNightJob(
            InMemoryDatabase database, NightPorts ports, Fence fence, InMemoryExecutions executions, Work work) {
        this.ports = ports;
        this.fence = fence;
        this.executions = executions;
        this.work = work;
        this.completed = database.table();
    }

    /** Lets something happen once, as soon as the step of that name begins. */
    public void disturb(String step, Runnable disturbance) {
        disturbances.put(step, disturbance);
    }

    /** Lets somebody ask the next night to stop as soon as the step of that name begins. */
    public void stopAt(String step) {
        disturb(step, () -> executions.requestStop(Optional.empty()));
    }

    /** Lets the next night fail as soon as the step of that name begins. */
    public void failAt(String step, RuntimeException how) {
        disturb(step, () -> {
            throw how;
        });
    }

    /** Lets the transaction of the step of that name fall back just before its end, whatever it did to files. */
    public void failAtTheEndOf(String step) {
        failAfter = step;
    }

    @Override
    public void work(Run run, NightRequest request, StopToken stop) {
        buryDead();
        long id = executions.begin(run, request.attempt().asked());
        try {
            steps(new Attempt(run, id, stop), request);
            executions.end(id, "COMPLETED", null);
        } catch (Problem problem) {
            executions.end(id, problem.kind() == Kind.STOPPED ? "STOPPED" : "FAILED", problem.getMessage());
            throw problem;
        } catch (RuntimeException e) {
            executions.end(id, "FAILED", e.getMessage());
            throw new Problem(Kind.FAILED, run.title() + " failed", e);
        }
    }

    private void steps(Attempt attempt, NightRequest request) {
        Run run = attempt.run();
        once(attempt, "accept feeds", () -> accept(run, request));
        for (Feed feed : Staging.SEQUENCE) {
            step(attempt, "load " + feed.label(), () -> load(run, feed));
        }
        once(attempt, "take effect", () -> work.takeEffect().of(now(run), new Unseen()));
        step(attempt, "allocate", () -> ports.batches().record(run, PortNight.decisions(ports, run)));
        once(attempt, "settle dispatches", () -> ports.ledger().settleDispatches(run));
        once(
                attempt,
                "write reports",
                () -> work.writeReports().of(now(run), work.folders().at(request.output()), new Unseen()));
    }

    /** What was done once is not done again when the run is taken up. */
    private void once(Attempt attempt, String name, Runnable what) {
        Completed done = new Completed(attempt.run().id(), name);
        if (!completed.has(done::equals)) {
            step(attempt, name, () -> {
                what.run();
                completed.insert(done);
            });
        }
    }

    private void step(Attempt attempt, String name, Runnable what) {
        executions.enter(attempt.id(), name);
        Optional.ofNullable(disturbances.remove(name)).ifPresent(Runnable::run);
        if (attempt.stop().isStopped() || executions.isToStop(attempt.id())) {
            throw new Problem(Kind.STOPPED, attempt.run().title() + " was stopped");
        }
        fence.inTransaction(() -> {
            what.run();
            fallBackIfAsked(name);
        });
    }

    private void fallBackIfAsked(String name) {
        if (failAfter.equals(name)) {
            failAfter = "";
            throw new IllegalStateException("connection lost");
        }
    }

    private void accept(Run run, NightRequest request) {
        work.refusedRows().forget(request.date());
        Delivery delivery = work.acceptFeeds().inspect(request.feeds(), shown(run, request));
        delivery.feeds()
                .forEach(feed -> ports.runs().accept(run, work.acceptFeeds().accept(run, delivery, feed)));
        work.acceptFeeds().complete(run, delivery);
    }

    private void load(Run run, Feed feed) {
        if (now(run).state() == State.LOADING) {
            ports.runs().accepted(run).stream()
                    .filter(accepted -> accepted.feed() == feed)
                    .forEach(accepted -> ports.staging().stage(run, feed, rows(run, accepted)));
        }
    }

    private List<FeedRecord> rows(Run run, AcceptedFeed accepted) {
        Feed feed = accepted.feed();
        List<FeedRecord> records = new ArrayList<>();
        try (FeedReader.Rows rows = work.reader()
                .open(
                        work.files().kept(run, feed.fileName()),
                        accepted,
                        run.rules(),
                        ports.staging().resumeAt(run, feed))) {
            for (FeedRecord row = rows.next(); row != null; row = rows.next()) {
                records.add(row);
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Problem refusal) {
            records.removeIf(row -> !(row.row() instanceof RejectedRow));
            ports.staging().stage(run, feed, records);
            throw work.refusedRows().keep(run, refusal);
        }
    }

    private Optional<Summary> shown(Run run, NightRequest request) {
        return RunsInOutput.shown(run, work.folders().at(request.output()));
    }

    private Run now(Run run) {
        return ports.runs().get(run.id());
    }

    @Override
    public void buryDead() {
        executions.endAll("FAILED");
    }
}
