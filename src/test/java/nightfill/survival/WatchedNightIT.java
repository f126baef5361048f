package nightfill.survival;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nightfill.adapter.postgres.lock.PostgresOwners;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.adapter.postgres.watch.PostgresNightRecords;
import nightfill.adapter.postgres.watch.Reading;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.report.ReportFolders;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.JudgedAttempt;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NeedsAttention.Attention;
import nightfill.application.watch.NeedsAttention.Trouble;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightProgress;
import nightfill.application.watch.NightRow;
import nightfill.application.watch.Owner;
import nightfill.application.watch.RunFacts.Published;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunRecord.ReportRecord;
import nightfill.application.watch.RunView;
import nightfill.application.watch.ShowRun;
import nightfill.application.watch.StepView;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import nightfill.harness.Child;
import nightfill.harness.CountedStatements;
import nightfill.harness.InMemory;
import nightfill.harness.KilledNight;
import nightfill.harness.KilledNight.Action;
import nightfill.harness.Moment;
import nightfill.harness.Soak;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shown of a night while it runs, when its process was killed, when it was finished, and of a refused one. */
final class WatchedNightIT {

    private static final int MOST_STATEMENTS = 5;
    private static final RunName NIGHT = new RunName(KilledNight.DATE, 1);

    @Soak
    @Test
    void a_killed_night_is_seen_running_then_dead_then_finished(@TempDir(factory = InMemory.class) Path directory)
            throws Exception {
        try (TestNightfill nightfill = new TestNightfill(directory, KilledNight.CHUNK)) {
            Watched watched = new Watched(nightfill);
            KilledNight night = KilledNight.before(nightfill, Action.NIGHT);

            night.killAt(Moment.AFTER_THE_SECOND_CHUNK_OF_ALLOCATION.way, watched::isRunning);
            watched.isKilled();
            night.finish();
            watched.isFinished();

            LocalDate next = KilledNight.DATE.plusDays(1);
            nightfill.arrive(next, Map.of("batches.csv", "ref,sku\n", "order_lines.csv", "orderid,sku,qty\n"));
            assertThatThrownBy(() -> nightfill.run(next, false)).isInstanceOf(Problem.class);
            watched.isRefused(next);
        }
    }

    private static final class Watched {

        private final TestNightfill nightfill;
        private final CountedStatements statements;
        private final NightList list;
        private final ShowRun showRun;
        private final NeedsAttention attention;

        private Instant killed = Instant.MAX;

        private Watched(TestNightfill nightfill) {
            this.nightfill = nightfill;
            statements = new CountedStatements(new ReadingSessions(nightfill.connection()));
            var records = new PostgresNightRecords(new Reading(statements), ZoneId.systemDefault());
            var owners = new PostgresOwners(JdbcClient.create(statements));
            list = new NightList(records, owners);
            showRun = new ShowRun(records, owners);
            attention = new NeedsAttention(records, owners);
        }

        private void isRunning(Child process) {
            RunView view = view();
            Owner owner = view.owner().orElseThrow();
            NightProgress progress = view.progress().orElseThrow();

            assertThat(view.status()).isEqualTo(NightStatus.RUNNING);
            assertThat(owner.evidence()).isEqualTo(Evidence.BEATS);
            assertThat(owner.who().process()).isEqualTo(process.pid());
            assertThat(progress.step()).isEqualTo("allocate");
            assertThat(progress.pace().rows()).isEqualTo(2 * KilledNight.CHUNK);
            assertThat(progress.remaining()).isNotNull();
            assertThat(find().troubles()).isEmpty();
        }

        private void isKilled() {
            killed = Instant.now();
            NightRow row = row(KilledNight.DATE);
            RunView view = view();

            assertThat(row.status()).isEqualTo(NightStatus.KILLED);
            assertThat(row.run().figures()).isNull();
            assertThat(view.owner().orElseThrow().evidence()).isEqualTo(Evidence.PROCESS_GONE);
            assertThat(view.run().counts()).isEqualTo(WhatCounts.BEGUN);
            assertThat(view.progress()).isEmpty();
            assertThat(view.attempts())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.lastStep())
                            .isNotNull()
                            .extracting(StepView::status, step -> step.step().name())
                            .containsExactly(NightStatus.KILLED, "allocate"));
            assertThat(find().troubles()).extracting(Trouble::status).containsExactly(NightStatus.KILLED);
        }

        private void isFinished() throws Exception {
            NightRow row = row(KilledNight.DATE);
            RunView view = view();

            assertThat(row.status()).isEqualTo(NightStatus.FINISHED);
            assertThat(row.attempts())
                    .extracting(JudgedAttempt::status)
                    .containsExactly(NightStatus.KILLED, NightStatus.FINISHED);
            assertThat(row.attempts().get(0).attempt().times().ended())
                    .as("when it was last heard of, not when it was found dead")
                    .isBefore(killed);
            assertThat(row.run().published()).isEqualTo(new Published(1, 1));
            assertThat(row.run().figures()).isEqualTo(asReported());
            assertThat(view.owner()).isEmpty();
            assertThat(view.chain().buildsOn()).isEqualTo(new RunName(KilledNight.BEFORE, 1));
            assertThat(view.chain().neighbours().before()).isEqualTo(new RunName(KilledNight.BEFORE, 1));
            assertThat(view.attempts())
                    .extracting(AttemptView::status)
                    .containsExactly(NightStatus.KILLED, NightStatus.FINISHED);
            assertThat(view.attempts().get(1).steps()).allMatch(step -> step.usual() != null);
            contentsAreComplete(view);
            assertThat(find()).isEqualTo(new Attention(List.of(), List.of()));
        }

        private void isRefused(LocalDate date) {
            NightRow row = row(date);

            assertThat(row.status()).isEqualTo(NightStatus.REFUSED);
            assertThat(row.run().counts()).isEqualTo(WhatCounts.NOTHING);
            assertThat(requireNonNull(row.lastAttempt()).attempt().recorded().message())
                    .contains("batches.csv", "qty");
            assertThat(list.page(new NightFilter(NightStatus.REFUSED, null, null, "QTY"), null, 50)
                            .nights())
                    .containsExactly(row);
            assertThat(find().troubles()).extracting(Trouble::status).containsExactly(NightStatus.REFUSED);
        }

        private void contentsAreComplete(RunView view) throws Exception {
            Summary summary = summary();
            assertThat(view.contents().feeds()).allSatisfy(feed -> {
                FeedCounts counted =
                        requireNonNull(summary.feeds().get(feed.feed().label()));
                assertThat(feed.sha256()).isEqualTo(counted.sha256());
                assertThat(feed.rejected().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(counted.rejected());
            });
            assertThat(view.contents().feeds()).hasSameSizeAs(summary.feeds().keySet());
            assertThat(view.contents().reports())
                    .extracting(ReportRecord::name)
                    .containsExactlyInAnyOrderElementsOf(summary.reports().keySet());
            assertThat(view.contents().publications())
                    .containsExactly(new Publication(nightfill.published().toString(), true));
            assertThat(view.contents().warnings()).isEqualTo(summary.warnings());
        }

        private RunFigures asReported() throws Exception {
            Summary summary = summary();
            var lines = summary.figures().lines();
            RunFigures kept = requireNonNull(row(KilledNight.DATE).run().figures());
            assertThat(kept.allocated().lines()).isEqualTo(lines.outcome().allocated());
            assertThat(kept.open().lines())
                    .isEqualTo(lines.outcome().unallocated().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            assertThat(kept.released().lines()).isEqualTo(lines.released());
            assertThat(kept.loaded().units())
                    .isEqualTo(summary.figures().units().loaded());
            assertThat(kept.controlTotals())
                    .isEqualTo(requireNonNull(summary.reports().get("control-totals.csv"))
                            .rows());
            return kept;
        }

        private Summary summary() throws Exception {
            return nightfill
                    .bean(ReportFolders.class)
                    .at(nightfill.output())
                    .shown(NIGHT.directory())
                    .orElseThrow();
        }

        private NightRow row(LocalDate date) {
            statements.count();
            NightList.Page page = list.page(NightFilter.ALL, null, 50);
            assertThat(statements.count()).isLessThanOrEqualTo(MOST_STATEMENTS);
            return page.nights().stream()
                    .filter(night -> night.date().equals(date))
                    .findFirst()
                    .orElseThrow();
        }

        private RunView view() {
            statements.count();
            RunView view = showRun.of(NIGHT, Instant.now()).orElseThrow();
            assertThat(statements.count()).isLessThanOrEqualTo(MOST_STATEMENTS);
            return view;
        }

        private Attention find() {
            statements.count();
            Attention found = attention.find();
            assertThat(statements.count()).isLessThanOrEqualTo(MOST_STATEMENTS);
            return found;
        }
    }
}
