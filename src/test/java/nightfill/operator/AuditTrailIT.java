package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Soak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each command that changes something says in the audit trail who gave it, and what came of it. */
class AuditTrailIT extends InstalledNightfill {

    private long before;

    @BeforeEach
    void begin() throws SQLException {
        before = Long.parseLong(
                query("select coalesce(max(id), 0) from audit_log").get(0));
        nightfill.with("SUDO_USER", "anna");
    }

    @Test
    void a_night_is_asked_for_and_comes_out() throws SQLException {
        nightfill.arriveSmall(FRIDAY);
        nightfill
                .run(FRIDAY, "--max-rejects", "5%", "--note", "feeds\r\nwere late")
                .with(0);

        assertThat(entries())
                .containsExactly(
                        "HOST,anna,run --max-rejects 5%,2026-11-20,feeds\r\nwere late,null,,",
                        "HOST,anna,run --max-rejects 5%,2026-11-20,feeds\r\nwere late,0,DONE,2026-11-20 run 1 is finished");
        assertThat(query("select distinct actor_origin from audit_log where id > " + before)
                        .get(0))
                .startsWith("process %d on ".formatted(ProcessHandle.current().pid()));
        assertThat(nightfill.nightfill("status").with(0).out()).contains("write reports      anna on ");
        assertThat(nightfill.nightfill("audit-log", "--most", "2").with(0).out())
                .contains("run --max-rejects 5% 2026-11-20, because: feeds␍␊were late\n")
                .contains(": %d came out DONE: 2026-11-20 run 1 is finished\n".formatted(before + 1))
                .doesNotContain("has not come out");
    }

    @Test
    void a_scheduler_is_told_from_a_person_and_a_night_that_is_refused_from_one_that_waits() throws SQLException {
        nightfill.with("NIGHTFILL_CALLER", "scheduler");
        nightfill.run(FRIDAY).with(7);
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0");
        nightfill.run(FRIDAY, "--max-rejects", "0").with(3);
        nightfill.run(FRIDAY, "--max-rejects", "many").with(2);

        List<String> entries = entries();
        assertThat(entries).hasSize(4).allMatch(entry -> entry.startsWith("SCHEDULER,scheduler,run"));
        assertThat(entries.get(1)).contains(",0,NOT_READY,", "is not there yet");
        assertThat(entries.get(3)).contains(",2,REFUSED,2026-11-20 run 1: ", "1 of 1 rows are rejected");
        JsonNode status = JsonMapper.shared()
                .readTree(nightfill.nightfill("status", "--json").with(0).out());
        assertThat(status.get(0).get("startedByKind").asString()).isEqualTo("SCHEDULER");
        assertThat(status.get(0).get("startedByName").asString()).isEqualTo("scheduler");
        assertThat(status.get(0).get("startedByOrigin").asString()).contains("process ");
    }

    @Test
    void stop_and_abandon_are_on_record_and_so_is_what_they_did_to_the_night() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        stopInAllocation(FRIDAY);
        nightfill.nightfill("abandon", "--note", "wrong feeds").with(0);
        nightfill.nightfill("abandon").with(3);
        nightfill.nightfill("stop", "99").with(3);

        assertThat(entries())
                .containsSubsequence(
                        "HOST,anna,run,2026-11-20,,null,,",
                        "HOST,anna,stop,the night under way,,null,,",
                        "HOST,anna,stop,the night under way,,1,DONE,2026-11-20 run 1 stops at its next commit")
                .contains("HOST,anna,run,2026-11-20,,0,STOPPED,2026-11-20 run 1 was stopped; run it again to continue")
                .containsSubsequence(
                        "HOST,anna,abandon,the unfinished run,wrong feeds,null,,",
                        "HOST,anna,abandon,the unfinished run,wrong feeds,4,DONE,"
                                + "2026-11-20 run 1 is abandoned; nothing of it counts now",
                        "HOST,anna,abandon,the unfinished run,,null,,",
                        "HOST,anna,abandon,the unfinished run,,6,REFUSED,"
                                + "no run is unfinished, so there is nothing to abandon",
                        "HOST,anna,stop,execution 99,,null,,")
                .last()
                .asString()
                .startsWith("HOST,anna,stop,execution 99,,8,REFUSED,no night is under way");
    }

    @Test
    void publish_and_purge_are_on_record() throws SQLException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        String drop = root.resolve("drop").toString();
        nightfill.nightfill("publish", drop, "--prune", "--max-delete", "3").with(0);
        nightfill.nightfill("publish", "--forget", drop, "--note", "moved").with(0);
        nightfill.nightfill("purge", "--older-than", "400d", "--feeds").with(0);

        List<String> entries = entries();
        assertThat(entries.subList(2, 6))
                .satisfiesExactly(
                        asked -> assertThat(asked)
                                .isEqualTo("HOST,anna,publish --prune --max-delete 3,%s,,null,,".formatted(drop)),
                        done -> assertThat(done)
                                .contains(
                                        ",2,DONE,pruned: 0 files deleted from " + drop,
                                        "; published: 2026-11-20 run 1 in " + drop),
                        asked -> assertThat(asked)
                                .isEqualTo("HOST,anna,publish --forget,%s,moved,null,,".formatted(drop)),
                        done -> assertThat(done).endsWith(",4,DONE,%s is no longer owed anything".formatted(drop)));
        assertThat(entries.get(6)).startsWith("HOST,anna,purge --feeds,before 20");
        assertThat(entries.get(7)).contains(",6,DONE,removed from before 20", "kept feeds of 0 runs");
    }

    @Test
    void a_night_that_a_console_asked_for_answers_the_consoles_entry_once() throws SQLException {
        execute("insert into audit_log (actor_kind, actor_name, actor_origin, act, subject, note)"
                + " values ('CONSOLE', 'ben', '192.0.2.7', 'restart', '2026-11-20', 'at last')");
        nightfill.arriveSmall(FRIDAY);
        nightfill.with("NIGHTFILL_ASKED", before + 1);
        nightfill.run(FRIDAY).with(0);
        assertThat(nightfill.run(FRIDAY).with(2).error()).contains("entry " + (before + 1));
        nightfill.with("NIGHTFILL_ASKED", before + 3);
        assertThat(nightfill.nightfill("stop").with(2).error()).contains("entry " + (before + 3));

        assertThat(entries())
                .containsExactly(
                        "CONSOLE,ben,restart,2026-11-20,at last,null,,",
                        "CONSOLE,ben,restart,2026-11-20,at last,0,DONE,2026-11-20 run 1 is finished");
        assertThat(nightfill.nightfill("status").with(0).out()).contains("ben in the console");
    }

    @Test
    void a_night_that_is_killed_has_not_come_out() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        try (HeldTable held = HeldTable.of(database, "decided");
                Child night = nightfill.startRun(FRIDAY, "--note", "in a hurry")) {
            held.awaitNight();
            night.signal("KILL");
            night.await().with(137);
        }
        assertThat(entries()).containsExactly("HOST,anna,run,2026-11-20,in a hurry,null,,");
        assertThat(nightfill.nightfill("audit-log", "--most", "1").with(0).out())
                .endsWith("because: in a hurry (has not come out: at work, or its process died)\n");
        assertThat(nightfill.nightfill("status").with(0).out()).contains("allocate           anna on ");
        assertThat(entries()).hasSize(1);
    }

    @Soak
    @Test
    void a_night_that_is_done_is_done_although_nobody_can_note_it() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        try (HeldTable held = HeldTable.of(database, "decided");
                Child night = nightfill.startRun(FRIDAY)) {
            held.awaitNight();
            execute("alter table audit_log rename to hidden");
            held.release();
            assertThat(night.await().with(0).err())
                    .contains("warning: the audit trail does not say what came of this: ");
            assertThat(nightfill.run(FRIDAY).with(1).error())
                    .contains("the database failed: the audit trail cannot be written to: ");
        } finally {
            execute("alter table hidden rename to audit_log");
        }
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
        assertThat(entries()).hasSize(1);
    }

    @Test
    void who_tampers_with_the_trail_is_found_out() throws SQLException {
        nightfill.nightfill("stop").with(3);
        nightfill.nightfill("stop").with(3);
        List<String> verified = verify().with(0).out().lines().toList();
        assertThat(verified.get(0)).isEqualTo("%d entries, no fault".formatted(before + 4));
        String head = verified.get(1).substring("head: ".length());
        assertThat(verify("--head", head).with(0).out()).contains(head);
        assertThat(verify("--head", head.replaceFirst("^..", "zz")).with(2).error())
                .contains("--head");
        assertThat(verify("--head", "f".repeat(64)).with(8).error()).contains("no entry has the hash ffff");

        tamper("update audit_log set note = 'not I' where id = " + (before + 2));
        assertThat(verify().with(8).error()).contains("entry %d is not as it was written".formatted(before + 2));
        tamper("update audit_log set note = '' where id = " + (before + 2));
        verify().with(0);
        tamper("delete from audit_log where id > " + (before + 2));
        verify().with(0);
        assertThat(verify("--head", head).with(8).error()).contains("no entry has the hash " + head);
    }

    private Ended verify(String... more) {
        String[] arguments = new String[2 + more.length];
        arguments[0] = "audit-log";
        arguments[1] = "--verify";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return nightfill.nightfill(arguments);
    }

    /** As only the owner of the table can. */
    private static void tamper(String statement) throws SQLException {
        execute("alter table audit_log disable trigger audit_log_only_grows; " + statement
                + "; alter table audit_log enable always trigger audit_log_only_grows");
    }

    /** What was added since, numbers counted from the first of it. */
    private List<String> entries() throws SQLException {
        return query("""
                select actor_kind, actor_name, act, subject, note, answers - %1$d - 1, outcome, message
                from audit_log where id > %1$d order by id""".formatted(before));
    }
}
