package nightfill.harness;

import java.util.List;
import nightfill.harness.KilledNight.Action;

/** A moment in which a process is killed: what it is at, and the places that lead there. */
public enum Moment {
    AFTER_THE_JOB_INSTANCE(Action.NIGHT, Place.before(Program.JOBS, "createJobExecution")),
    AFTER_THE_JOB_EXECUTION(Action.NIGHT, Place.before("org.springframework.batch.core.job.AbstractJob", "execute")),
    AFTER_THE_STEP_EXECUTION(Action.NIGHT, Place.before("org.springframework.batch.core.step.AbstractStep", "execute")),
    BETWEEN_THE_COPY_OF_A_FEED_AND_ITS_RECORD(
            Action.NIGHT, Place.before(Program.RUNS, "accept").time(2)),
    BEFORE_THE_FIRST_COMMIT(Action.NIGHT, Place.before(Program.STAGING, "stage"), Program.COMMIT),
    AFTER_THE_FIRST_COMMIT(Action.NIGHT, Place.before(Program.STAGING, "stage"), Program.COMMITTED),
    AFTER_THE_SECOND_CHUNK_OF_ORDER_LINES(
            Action.NIGHT, Place.before(Program.STAGING, "stage").time(4), Program.COMMITTED),
    INSIDE_A_WRITER(
            Action.NIGHT,
            Place.before(Program.STAGING, "stage").time(4),
            Place.before("nightfill.adapter.postgres.server.CopyIn", "send")),
    WHEN_ORDER_LINES_ARE_LOADED_BUT_NOT_NOTED(
            Action.NIGHT,
            Place.before(Program.STAGING, "stage").time(4),
            Place.after("nightfill.adapter.postgres.server.CopyIn", "send")),
    WHEN_ORDER_LINES_MEET_THOSE_OF_THE_NIGHT_THAT_IS_CORRECTED(
            Action.CORRECTION, Place.before("nightfill.adapter.postgres.load.LineLoader", "sift")),
    BETWEEN_DATA_AND_CHECKPOINT(
            Action.NIGHT,
            Place.after(Program.STAGING, "stage").time(4),
            Place.before(Program.JOBS, "updateExecutionContext")),
    BETWEEN_THE_LAST_CHUNK_AND_THE_END_OF_THE_STEP(
            Action.NIGHT, Place.after(Program.CHUNKS, "doExecute").time(4)),
    BETWEEN_A_COMPLETED_STEP_AND_ITS_CLOSE(
            Action.NIGHT,
            Place.before("nightfill.adapter.job.FeedRowReader", "close").time(3)),
    BEFORE_THE_FEEDS_COUNT(Action.NIGHT, Place.before(Program.EFFECT, "of")),
    WHEN_THE_FEEDS_COUNT_BUT_UNCOMMITTED(Action.NIGHT, Place.after(Program.EFFECT, "of"), Program.COMMIT),
    AFTER_THE_FEEDS_COUNT(Action.NIGHT, Place.before(Program.EFFECT, "of"), Program.COMMITTED),
    IN_THE_MIDDLE_OF_ALLOCATION(
            Action.NIGHT,
            Place.before(Program.TURNS, "open"),
            Place.after(Program.BATCHES, "record").time(2)),
    AFTER_THE_SECOND_CHUNK_OF_ALLOCATION(
            Action.NIGHT,
            Place.before(Program.TURNS, "open"),
            Place.before(Program.BATCHES, "record").time(2),
            Program.COMMITTED),
    BETWEEN_ALLOCATION_AND_THE_END_OF_ITS_STEP(
            Action.NIGHT, Place.before(Program.TURNS, "open"), Place.after(Program.CHUNKS, "doExecute")),
    IN_THE_MIDDLE_OF_THE_REPORTS(
            Action.NIGHT, Place.before(Program.DRAFT, "write").time(5)),
    WHEN_THE_AUDIT_BESIDE_THE_REPORTS_ENDS(
            Action.NIGHT, Place.after("nightfill.adapter.postgres.recount.PostgresRecount", "of")),
    BETWEEN_STAGED_REPORTS_AND_RENAME(Action.NIGHT, Place.before(Program.PLACEMENT, "moveInto")),
    BETWEEN_RENAME_AND_RECORD(Action.NIGHT, Place.before(Program.RUNS, "finish")),
    WHEN_RECORDED_BUT_UNCOMMITTED(Action.NIGHT, Place.after(Program.RUNS, "finish"), Program.COMMIT),
    BETWEEN_THE_RECORD_AND_THE_END_OF_THE_JOB(Action.NIGHT, Place.before(Program.RUNS, "finish"), Program.COMMITTED),
    IN_THE_MIDDLE_OF_PUBLISHING(
            Action.NIGHT,
            Place.before("nightfill.adapter.files.sync.PlanExecution", "report").time(5)),
    BETWEEN_THE_LAST_COPY_AND_THE_RECORD_OF_PUBLISHING(
            Action.NIGHT,
            Place.before("nightfill.adapter.postgres.report.PostgresPublications", "published")
                    .time(2)),
    IN_THE_MIDDLE_OF_UNDOING_WHAT_IS_CORRECTED(Action.CORRECTION, Program.UNDO, Program.HALF_UNDONE),
    AFTER_UNDOING_WHAT_IS_CORRECTED(Action.CORRECTION, Place.before(Program.EFFECT, "of"), Program.COMMITTED),
    BEFORE_UNDOING_WHAT_IS_ABANDONED(Action.ABANDONMENT, Program.UNDO),
    IN_THE_MIDDLE_OF_UNDOING_WHAT_IS_ABANDONED(Action.ABANDONMENT, Program.UNDO, Program.HALF_UNDONE),
    AFTER_UNDOING_WHAT_IS_ABANDONED(Action.ABANDONMENT, Program.UNDO, Program.COMMITTED),
    BETWEEN_THE_COPIES_OF_A_RUN_AND_ITS_DISCARD(Action.NEW_FEEDS, Place.after(Program.COPIES, "forget"));

    public final Action action;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    public final List<Place> way;

    Moment(Action action, Place... way) {
        this.action = action;
        this.way = List.of(way);
    }

    private static final class Program {
        private static final String JOBS = "org.springframework.batch.core.repository.support.SimpleJobRepository";
        private static final String CHUNKS = "org.springframework.batch.core.step.item.ChunkOrientedStep";
        private static final String RUNS = "nightfill.adapter.postgres.night.PostgresRuns";
        private static final String STAGING = "nightfill.adapter.postgres.load.PostgresStaging";
        private static final String BATCHES = "nightfill.adapter.postgres.allocation.PostgresBatchRepository";
        private static final String EFFECT = "nightfill.application.night.TakeEffect";
        private static final String TURNS = "nightfill.adapter.job.OpenLineReader";
        private static final String DRAFT = "nightfill.adapter.files.reports.FilesystemDraft";
        private static final String PLACEMENT = "nightfill.adapter.files.reports.Placement";
        private static final String COPIES = "nightfill.adapter.files.feeds.FilesystemFeedFiles";
        private static final String TRANSACTIONS = "org.springframework.jdbc.support.JdbcTransactionManager";
        private static final Place COMMIT = Place.before(TRANSACTIONS, "doCommit");
        private static final Place COMMITTED = Place.after(TRANSACTIONS, "doCommit");
        private static final Place UNDO = Place.before("nightfill.adapter.postgres.night.UndoneRuns", "undo");
        private static final Place HALF_UNDONE = Place.before("nightfill.adapter.postgres.server.RunSql", "update")
                .time(6);
    }
}
