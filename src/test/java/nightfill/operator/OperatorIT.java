package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees, and does to nights. */
class OperatorIT extends InstalledNightfill {

    private static final String CANCEL = "orderid,line,sku,qty";

    @Test
    void nothing_can_be_stopped_or_abandoned_where_nothing_is_under_way() {
        assertThat(nightfill.nightfill("stop").with(3).error()).contains("nothing to stop", "nightfill status");
        assertThat(nightfill.nightfill("abandon").with(3).error()).contains("nothing to abandon");
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.nightfill("stop").with(3);
        nightfill.nightfill("abandon").with(3);
        assertThat(nightfill.nightfill("abandon", "99").with(3).error()).contains("99", "nightfill status");
    }

    @Test
    void status_tells_people_and_programs_what_was_run() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0");
        nightfill.run(SATURDAY, "--max-rejects", "0").with(3);

        Ended people = nightfill.nightfill("status").with(0);
        assertThat(people.out().lines().toList().get(1)).contains("2026-11-21", "FAILED", "DISCARDED");
        assertThat(people.out())
                .contains("1 of 1 rows are rejected", "; correct the feed, or raise --max-rejects")
                .doesNotContain("nightfill.application");

        JsonNode all = json(nightfill.nightfill("status", "--json").with(0));
        assertThat(all).hasSize(2);
        assertThat(all.get(1).get("date").asString()).isEqualTo(FRIDAY);
        assertThat(all.get(1).get("number").asInt()).isEqualTo(1);
        assertThat(all.get(1).get("status").asString()).isEqualTo("COMPLETED");
        assertThat(all.get(1).get("runState").asString()).isEqualTo("FINISHED");
        assertThat(json(nightfill
                        .nightfill("status", "--json", "--date", SATURDAY)
                        .with(0)))
                .hasSize(1);
        assertThat(json(nightfill
                        .nightfill("status", "--json", "--date", SUNDAY)
                        .with(0)))
                .isEmpty();
    }

    private static JsonNode json(Ended ended) {
        return JsonMapper.shared().readTree(ended.out());
    }

    @Test
    void an_abandoned_run_is_as_if_it_had_never_been() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        List<String> before = directories();
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "B20261120,CHAIR,1,", "D1,CHAIR,200,");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "S1,1,DESK,1", "S2,1,CHAIR,1");
        nightfill.arrive(SATURDAY, "cancellations.csv", CANCEL, "O20261120,2,TABLE,1");
        stopInAllocation(SATURDAY);

        Ended abandoned = nightfill.nightfill("abandon").with(0);

        assertThat(abandoned.out()).contains("2026-11-21 run 1 is abandoned");
        assertThat(directories()).isEqualTo(before);
        assertThat(nightfill.home().resolve("feeds/2026-11-21")).doesNotExist();
        assertThat(nightfill.run(SATURDAY).with(0).out()).contains("2026-11-21 run 1 is finished");
    }

    @Test
    void a_run_is_abandoned_only_by_an_execution_of_its_own() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.arriveMixed(SATURDAY);
        nightfill.run(FRIDAY).with(0);
        stopInAllocation(SATURDAY);

        JsonNode executions = json(nightfill.nightfill("status", "--json").with(0));
        assertThat(abandon(executions.get(1)).with(3).error()).contains("2026-11-21 run 1", "nightfill status");
        abandon(executions.get(0)).with(0);
    }

    private Ended abandon(JsonNode execution) {
        return nightfill.nightfill("abandon", execution.get("id").asString());
    }

    @Test
    void where_a_correction_is_abandoned_the_run_before_it_stands_again() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "B20261120,CHAIR,1,", "D1,CHAIR,200,");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "S1,1,DESK,1", "S2,1,CHAIR,1");
        nightfill.arrive(SATURDAY, "dispatches.csv", CANCEL, "O20261120,1,CHAIR,3");
        nightfill.arrive(SATURDAY, "cancellations.csv", CANCEL, "O20261120,2,TABLE,1");
        nightfill.run(SATURDAY, "--max-rejects", "5").with(0);
        List<String> before = directories();
        String manifest = manifest("2026-11-21/run-1");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "S3,1,DESK,7");
        stopInAllocation(SATURDAY, "--correction");
        assertThat(directories()).isNotEqualTo(before);

        assertThat(nightfill.nightfill("abandon").with(0).out()).contains("2026-11-21 run 2 is abandoned");

        assertThat(directories()).isEqualTo(before);
        assertThat(manifest("2026-11-21/run-1")).isEqualTo(manifest);
        assertThat(nightfill.run(SATURDAY, "--correction").with(0).out()).contains("2026-11-21 run 2 is finished");
        nightfill.arriveSmall(SUNDAY);
        nightfill.run(SUNDAY).with(0);
    }

    @Test
    void trace_tells_all_that_ever_happened_to_an_order() {
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, "B1,CHAIR,5,");
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,3", "O1,2,CHAIR,2", "O1,,LAMP,4");
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "B1,CHAIR,3,", "B2,CHAIR,5,2026-12-24");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES);
        nightfill.run(SATURDAY).with(0);
        nightfill.arrive(SUNDAY, "batches.csv", BATCHES);
        nightfill.arrive(SUNDAY, "order_lines.csv", LINES);
        nightfill.arrive(SUNDAY, "dispatches.csv", LINES, "O1,1,CHAIR,3");
        nightfill.run(SUNDAY).with(0);
        nightfill.arrive(SUNDAY, "cancellations.csv", LINES, "O1,2,CHAIR,2");
        nightfill.run(SUNDAY, "--correction").with(0);

        assertThat(nightfill.nightfill("trace", "O1").with(0).out()).isEqualTo("""
                        without line number: 4 of LAMP
                          2026-11-20 run 1  loaded
                          2026-11-20 run 1  out of stock (UNKNOWN_SKU)
                          2026-11-21 run 1  out of stock (UNKNOWN_SKU)
                          2026-11-22 run 1  out of stock (UNKNOWN_SKU) [undone with this run]
                          2026-11-22 run 2  out of stock (UNKNOWN_SKU)
                        line 1: 3 of CHAIR
                          2026-11-20 run 1  loaded
                          2026-11-20 run 1  allocated to B1 (in the warehouse)
                          2026-11-22 run 1  dispatched [undone with this run]
                          2026-11-22 run 2  dispatched
                        line 2: 2 of CHAIR
                          2026-11-20 run 1  loaded
                          2026-11-20 run 1  allocated to B1 (in the warehouse)
                          2026-11-21 run 1  released (BATCH_REDUCED)
                          2026-11-21 run 1  allocated to B2 (ETA 2026-12-24)
                          2026-11-22 run 2  cancelled
                          2026-11-22 run 2  released (CANCELLED)
                        """);
        assertThat(nightfill.nightfill("trace", "O2").with(0).out()).contains("no line of order O2 was ever loaded");
    }

    @Test
    void trace_tells_of_a_batch_that_comes_later() {
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, "B1,CHAIR,5,");
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,3");
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "B1,CHAIR,6,2026-12-24");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES);
        nightfill.run(SATURDAY).with(0);
        nightfill.arrive(SUNDAY, "batches.csv", BATCHES, "B1,CHAIR,7,2026-12-24");
        nightfill.arrive(SUNDAY, "order_lines.csv", LINES);
        nightfill.run(SUNDAY).with(0);

        assertThat(nightfill.nightfill("trace", "O1").with(0).out()).isEqualTo("""
                        line 1: 3 of CHAIR
                          2026-11-20 run 1  loaded
                          2026-11-20 run 1  allocated to B1 (in the warehouse)
                          2026-11-21 run 1  promised anew: B1 (ETA 2026-12-24)
                        """);
    }

    @Test
    void pending_runs_what_waits_oldest_first_and_stops_at_the_first_that_does_not_end_well() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0");
        nightfill.arriveSmall(SUNDAY);

        Ended ended = nightfill.run(SUNDAY, "--pending", "--max-rejects", "0").with(3);

        assertThat(ended.out()).contains("2026-11-20 run 1 is finished").doesNotContain("2026-11-22 run 1");
        assertThat(ended.error()).contains("2026-11-21", "order_lines.csv");
        nightfill.arriveSmall(SATURDAY);
        assertThat(nightfill.run(SUNDAY, "--pending").with(0).out())
                .containsSubsequence("2026-11-21 run 1 is finished", "2026-11-22 run 1 is finished")
                .doesNotContain("2026-11-20");
        assertThat(nightfill.run(SUNDAY, "--pending").with(0).out()).contains("2026-11-22 run 1 is finished already");
    }

    @Test
    void pending_takes_up_the_unfinished_night_before_the_others_and_leaves_later_ones() throws Exception {
        nightfill.arriveMixed(SATURDAY);
        stopInAllocation(SATURDAY);
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SUNDAY);
        nightfill.arriveSmall("2026-11-23");
        nightfill.arriveSmall("1999-12-31");

        Ended ended = nightfill.run(SUNDAY, "--pending").with(0);

        assertThat(ended.out())
                .containsSubsequence(
                        "2026-11-21 run 1 is finished", "2026-11-20 run 1 is finished", "2026-11-22 run 1 is finished")
                .doesNotContain("2026-11-23");
    }

    @Test
    void an_input_that_may_not_be_read_is_named() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(nightfill.input());
        Files.setPosixFilePermissions(nightfill.input(), Set.of());
        try {
            assertNamed(nightfill.runOf(FRIDAY));
            assertNamed(nightfill.runOf(FRIDAY, "--pending"));
        } finally {
            Files.setPosixFilePermissions(nightfill.input(), open);
        }
    }

    private void assertNamed(String... run) throws Exception {
        try (Child night = nightfill.startPowerless(run)) {
            assertThat(night.await().with(1).error())
                    .contains("%s cannot be read: no permission for %1$s".formatted(nightfill.input()));
        }
    }

    @Test
    void pending_without_feeds_for_its_date_waits_for_them() {
        nightfill.arriveSmall(FRIDAY);

        assertThat(nightfill.run(SATURDAY, "--pending").with(7).out()).contains("2026-11-20 run 1 is finished");
    }

    @Test
    void a_date_that_was_passed_over_is_pointed_out_and_can_be_run_late() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SATURDAY);

        Ended saturday = nightfill.run(SATURDAY).with(0);

        assertThat(saturday.err()).contains("note: 2026-11-20 was never run", "--pending");
        nightfill.run(FRIDAY).with(0);
        assertThat(nightfill.run(SATURDAY).with(0).err()).doesNotContain("note:");
    }
}
