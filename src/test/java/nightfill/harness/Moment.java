package nightfill.harness;

import java.util.List;
import nightfill.harness.KilledNight.Deed;

/** A moment in which a process is killed: what it is at, and the places that lead there. */
public enum Moment {
    AFTER_THE_JOB_INSTANCE(Deed.NIGHT, Place.before(Program.JOBS, "createJobExecution")),
    AFTER_THE_JOB_EXECUTION(Deed.NIGHT, Place.before("org.springframework.batch.core.job.AbstractJob", "execute")),
    AFTER_THE_STEP_EXECUTION(Deed.NIGHT, Place.before("org.springframework.batch.core.step.AbstractStep", "execute")),
    BETWEEN_THE_COPY_OF_A_FEED_AND_ITS_RECORD(
            Deed.NIGHT, Place.before(Program.RUNS, "accept").time(2)),
    BEFORE_THE_FIRST_COMMIT(Deed.NIGHT, Place.before(Program.STAGING, "stage"), Program.COMMIT),
    AFTER_THE_FIRST_COMMIT(Deed.NIGHT, Place.before(Program.STAGING, "stage"), Program.COMMITTED),
    AFTER_THE_SECOND_CHUNK_OF_ORDER_LINES(
            Deed.NIGHT, Place.before(Program.STAGING, "stage").time(4), Program.COMMITTED),
    INSIDE_A_WRITER(
            Deed.NIGHT,
            Place.before(Program.STAGING, "stage").time(4),
            Place.before("nightfill.adapter.postgres.server.CopyIn", "send")),
    BETWEEN_DATA_AND_CHECKPOINT(
            Deed.NIGHT,
            Place.after(Program.STAGING, "stage").time(4),
            Place.before(Program.JOBS, "updateExecutionContext")),
    BETWEEN_THE_LAST_CHUNK_AND_THE_END_OF_THE_STEP(
            Deed.NIGHT, Place.after(Program.CHUNKS, "doExecute").time(3)),
    BETWEEN_A_COMPLETED_STEP_AND_ITS_CLOSE(
            Deed.NIGHT,
            Place.before("nightfill.adapter.job.FeedRowReader", "close").time(2)),
    BEFORE_THE_FEEDS_COUNT(Deed.NIGHT, Place.before(Program.EFFECT, "of")),
    WHEN_THE_FEEDS_COUNT_BUT_UNCOMMITTED(Deed.NIGHT, Place.after(Program.EFFECT, "of"), Program.COMMIT),
    AFTER_THE_FEEDS_COUNT(Deed.NIGHT, Place.before(Program.EFFECT, "of"), Program.COMMITTED),
    IN_THE_MIDDLE_OF_ALLOCATION(
            Deed.NIGHT,
            Place.before(Program.TURNS, "open"),
            Place.after(Program.BATCHES, "record").time(2)),
    AFTER_THE_SECOND_CHUNK_OF_ALLOCATION(
            Deed.NIGHT,
            Place.before(Program.TURNS, "open"),
            Place.before(Program.BATCHES, "record").time(2),
            Program.COMMITTED),
    BETWEEN_ALLOCATION_AND_THE_END_OF_ITS_STEP(
            Deed.NIGHT, Place.before(Program.TURNS, "open"), Place.after(Program.CHUNKS, "doExecute")),
    IN_THE_MIDDLE_OF_THE_REPORTS(
            Deed.NIGHT, Place.before(Program.DRAFT, "write").time(5)),
    BETWEEN_STAGED_REPORTS_AND_RENAME(Deed.NIGHT, Place.before(Program.DRAFT, "moveIntoPlace")),
    BETWEEN_RENAME_AND_RECORD(Deed.NIGHT, Place.before(Program.RUNS, "finish")),
    WHEN_RECORDED_BUT_UNCOMMITTED(Deed.NIGHT, Place.after(Program.RUNS, "finish"), Program.COMMIT),
    BETWEEN_THE_RECORD_AND_THE_END_OF_THE_JOB(Deed.NIGHT, Place.before(Program.RUNS, "finish"), Program.COMMITTED),
    IN_THE_MIDDLE_OF_PUBLISHING(
            Deed.NIGHT,
            Place.before("nightfill.adapter.files.sync.PlanExecution", "tell").time(5)),
    BETWEEN_THE_LAST_COPY_AND_THE_RECORD_OF_PUBLISHING(
            Deed.NIGHT,
            Place.before("nightfill.adapter.postgres.report.PostgresPublications", "standing")
                    .time(2)),
    IN_THE_MIDDLE_OF_UNDOING_WHAT_IS_CORRECTED(Deed.CORRECTION, Program.UNDO, Program.HALF_UNDONE),
    AFTER_UNDOING_WHAT_IS_CORRECTED(Deed.CORRECTION, Place.before(Program.EFFECT, "of"), Program.COMMITTED),
    BEFORE_UNDOING_WHAT_IS_ABANDONED(Deed.ABANDONMENT, Program.UNDO),
    IN_THE_MIDDLE_OF_UNDOING_WHAT_IS_ABANDONED(Deed.ABANDONMENT, Program.UNDO, Program.HALF_UNDONE),
    AFTER_UNDOING_WHAT_IS_ABANDONED(Deed.ABANDONMENT, Program.UNDO, Program.COMMITTED),
    BETWEEN_THE_COPIES_OF_A_RUN_AND_ITS_DISCARD(Deed.NEW_FEEDS, Place.after(Program.COPIES, "forget"));

    public final Deed deed;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    public final List<Place> way;

    Moment(Deed deed, Place... way) {
        this.deed = deed;
        this.way = List.of(way);
    }

    private static final class Program {
        private static final String JOBS = "org.springframework.batch.core.repository.support.SimpleJobRepository";
        private static final String CHUNKS = "org.springframework.batch.core.step.item.ChunkOrientedStep";
        private static final String RUNS = "nightfill.adapter.postgres.night.PostgresRuns";
        private static final String STAGING = "nightfill.adapter.postgres.night.PostgresStaging";
        private static final String BATCHES = "nightfill.adapter.postgres.night.PostgresBatchRepository";
        private static final String EFFECT = "nightfill.application.night.TakeEffect";
        private static final String TURNS = "nightfill.adapter.job.OpenLineReader";
        private static final String DRAFT = "nightfill.adapter.files.reports.FilesystemDraft";
        private static final String COPIES = "nightfill.adapter.files.feeds.FilesystemFeedFiles";
        private static final String TRANSACTIONS = "org.springframework.jdbc.support.JdbcTransactionManager";
        private static final Place COMMIT = Place.before(TRANSACTIONS, "doCommit");
        private static final Place COMMITTED = Place.after(TRANSACTIONS, "doCommit");
        private static final Place UNDO = Place.before("nightfill.adapter.postgres.night.UndoneRuns", "undo");
        private static final Place HALF_UNDONE = Place.before("nightfill.adapter.postgres.server.RunSql", "update")
                .time(6);
    }
}
