package nightfill.application.night;

import java.util.ArrayList;
import java.util.List;
import nightfill.application.feeds.FeedChecks;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.night.Ledger.EarlierPromise;
import nightfill.application.problem.Problem;
import nightfill.application.run.HowFar;
import nightfill.application.run.Phases;
import nightfill.application.run.Runs;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Reduction;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.run.Run;
import nightfill.domain.shrinkage.ShrinkLimits;

/** Makes a loaded run's feeds count, all at once: the moment in which its allocation begins. */
public record TakeEffect(
        Runs runs, Ledger ledger, BatchRepository batches, RefusedRows refusedRows, ShrinkLimits limits) {

    private static final int AT_ONCE = 5000;

    /**
     * Works within the caller's transaction; a run that has begun already is left as it is.
     *
     * @throws Problem (refused) when a feed has too many rejected rows or not those that its sender vouches for, or
     *     when the feeds take away so much that half of them may be missing
     */
    public void of(Run loading, HowFar shown) {
        if (loading.state() != Run.State.LOADING) {
            return;
        }
        if (loading.replacesId() != null) {
            ledger.undo(runs.get(loading.replacesId()));
        }
        Run run = runs.begin(loading);
        new Phases()
                .then("unreadable rows", () -> ledger.rejectUnreadable(run))
                .then("order lines", () -> ledger.loadLines(run))
                .then("dispatches", () -> ledger.dispatchLines(run))
                .then("cancellations", () -> ledger.cancelLines(run))
                .then("batches", () -> ledger.takeBatches(run))
                .then("releases", () -> releaseFromReducedBatches(run))
                .then("earlier promises", () -> keepEarlierPromises(run))
                .then("counts", () -> ledger.count(run))
                .then("guards", () -> judge(run))
                .work(shown);
    }

    /** Keeps the rejects of a refused night as long as the transaction still shows them. */
    private void judge(Run run) {
        if (run.terms().afterRestore()) {
            // it was judged when it was run first
            return;
        }
        try {
            FeedChecks.check(
                            runs.feedCounts(run),
                            runs.accepted(run),
                            run.terms().maxRejects())
                    .forEach(text -> runs.warn(run, text));
            new ShrunkFeeds(runs, limits).require(run, ledger.shrinkage(run));
            new LikeLines(runs).require(run, ledger.resemblance(run));
            new SkuRemarks(runs, run).remark(ledger.skus(run));
        } catch (Problem refusal) {
            throw refusedRows.keep(run, refusal);
        }
    }

    private void releaseFromReducedBatches(Run run) {
        Releases releases = new Releases(run);
        ledger.forEachLineOfReducedBatches(run, releases::consider);
        releases.flush();
    }

    private void keepEarlierPromises(Run run) {
        Promises promises = new Promises(run);
        ledger.forEachEarlierPromise(run, promises::decide);
        promises.flush();
    }

    /** Goes through the lines of cut batches, newest first, batch by batch. */
    private final class Releases {

        private final Run run;
        private final List<OpenLine> released = new ArrayList<>();
        private long batchId = -1;
        private Reduction reduction = new Reduction(0, 0);

        private Releases(Run run) {
            this.run = run;
        }

        private void consider(Ledger.ReducedBatchLine line) {
            if (line.batchId() != batchId) {
                batchId = line.batchId();
                reduction = new Reduction(line.purchased(), line.allocated());
            }
            if (reduction.releases(line.line().line())) {
                released.add(line.line());
            }
            if (released.size() == AT_ONCE) {
                flush();
            }
        }

        private void flush() {
            ledger.release(run, released);
            released.clear();
        }
    }

    /** Goes through the promises by turn, batch by batch. */
    private final class Promises {

        private final Run run;
        private final List<Allocated> kept = new ArrayList<>();
        private long batchId = -1;
        private SkuStock batch = SkuStock.NONE;

        private Promises(Run run) {
            this.run = run;
        }

        private void decide(EarlierPromise promise) {
            if (promise.supply().batchId() != batchId) {
                batchId = promise.supply().batchId();
                batch = SkuStock.of(List.of(promise.supply()));
            }
            Decision decision = batch.allocate(promise.line().demand());
            if (decision instanceof Allocated allocated) {
                kept.add(allocated);
            } else {
                ledger.rejectPromise(run, promise);
            }
            if (kept.size() == AT_ONCE) {
                flush();
            }
        }

        private void flush() {
            batches.keep(run, kept);
            kept.clear();
        }
    }
}
