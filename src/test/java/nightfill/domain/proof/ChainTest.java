package nightfill.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import nightfill.domain.proof.Chain.ChainedRun;
import nightfill.domain.proof.RunLinks.Reference;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final String ONE = "2026-11-20/run-1";
    private static final String TWO = "2026-11-21/run-1";
    private static final String TWO_MENDED = "2026-11-21/run-2";
    private static final String THREE = "2026-11-22/run-1";

    private final TreeMap<String, ChainedRun> runs = new TreeMap<>();

    @Test
    void three_nights_and_a_correction_are_a_chain() {
        run(FRIDAY, 1, null, null);
        run(SATURDAY, 1, ONE, null);
        run(SATURDAY, 2, ONE, TWO);
        run(SUNDAY, 1, TWO_MENDED, null);

        assertThat(faults()).isEmpty();
    }

    @Test
    void nights_may_be_run_late() {
        run(SUNDAY, 1, null, null);
        run(FRIDAY, 1, THREE, null);

        assertThat(faults()).isEmpty();
    }

    @Test
    void the_first_night_may_be_corrected_again_and_again() {
        run(FRIDAY, 1, null, null);
        run(FRIDAY, 2, null, ONE);
        run(FRIDAY, 3, null, "2026-11-20/run-2");
        run(SATURDAY, 1, "2026-11-20/run-3", null);

        assertThat(faults()).isEmpty();
    }

    @Test
    void no_run_makes_no_fault() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_previous_run_that_is_gone_is_missing() {
        run(FRIDAY, 1, null, null);
        run(SUNDAY, 1, TWO, null);

        assertThat(faults()).isEqualTo(THREE + ": its previous run " + TWO + " is not there");
    }

    @Test
    void a_replaced_run_that_is_gone_is_missing() {
        run(FRIDAY, 2, null, ONE);

        assertThat(faults()).isEqualTo("2026-11-20/run-2: its replaced run " + ONE + " is not there");
    }

    @Test
    void a_previous_run_with_another_manifest_is_not_the_one_named() {
        run(FRIDAY, 1, null, null);
        runs.put(TWO, new ChainedRun("m", links(SATURDAY, 1, new Reference(ONE, "other"), null)));

        assertThat(faults()).contains(TWO + ": its previous run " + ONE + " is not the one", "SHA-256 other");
    }

    @Test
    void a_replaced_run_with_another_manifest_is_not_the_one_named() {
        run(FRIDAY, 1, null, null);
        runs.put("2026-11-20/run-2", new ChainedRun("m", links(FRIDAY, 2, null, new Reference(ONE, "other"))));

        assertThat(faults()).contains("its replaced run " + ONE + " is not the one");
    }

    @Test
    void a_run_in_the_place_of_another_is_a_fault() {
        runs.put(TWO, new ChainedRun("m", links(FRIDAY, 1, null, null)));

        assertThat(faults()).isEqualTo(TWO + ": its summary speaks of " + ONE);
    }

    @Test
    void two_first_nights_are_a_fault() {
        run(FRIDAY, 1, null, null);
        run(SATURDAY, 1, null, null);

        assertThat(faults()).isEqualTo(TWO + ": begins a chain, as does " + ONE + ", and neither replaces the other");
    }

    @Test
    void two_nights_that_build_on_the_same_one_are_a_fault() {
        run(FRIDAY, 1, null, null);
        run(SATURDAY, 1, ONE, null);
        run(SUNDAY, 1, ONE, null);

        assertThat(faults())
                .isEqualTo(THREE + ": builds on " + ONE + ", as does " + TWO + ", and neither replaces the other");
    }

    @Test
    void a_night_that_builds_on_a_replaced_one_is_a_fault() {
        run(FRIDAY, 1, null, null);
        run(SATURDAY, 1, ONE, null);
        run(SATURDAY, 2, ONE, TWO);
        run(SUNDAY, 1, TWO, null);

        assertThat(faults()).isEqualTo(THREE + ": builds on " + TWO + ", which " + TWO_MENDED + " replaces");
    }

    @Test
    void a_correction_builds_on_what_it_replaces_built_on() {
        run(FRIDAY, 1, null, null);
        run(SATURDAY, 1, ONE, null);
        run(SATURDAY, 2, null, TWO);

        assertThat(faults()).contains(TWO_MENDED + ": builds on another run than the one that it replaces");
    }

    @Test
    void a_correction_names_what_it_replaces() {
        run(FRIDAY, 1, null, null);
        run(FRIDAY, 3, null, ONE);
        run(SATURDAY, 1, "2026-11-20/run-3", "2026-11-20/run-3");

        assertThat(faults())
                .contains(
                        "2026-11-20/run-3: names 2026-11-20/run-1 as the run that it replaces, rather than 2026-11-20/run-2",
                        TWO + ": names 2026-11-20/run-3 as the run that it replaces, rather than none");
    }

    private void run(LocalDate date, int number, @Nullable String previous, @Nullable String replaces) {
        RunLinks links = links(date, number, reference(previous), reference(replaces));
        runs.put(
                links.run().directory(), new ChainedRun("hash of " + links.run().directory(), links));
    }

    private static RunLinks links(
            LocalDate date, int number, @Nullable Reference previous, @Nullable Reference replaces) {
        return new RunLinks(new RunName(date, number), previous, replaces, Map.of());
    }

    private static @Nullable Reference reference(@Nullable String directory) {
        return directory == null ? null : new Reference(directory, "hash of " + directory);
    }

    private String faults() {
        Chain chain = new Chain(runs);
        return String.join("\n", chain.faults()) + String.join("\n", chain.missing());
    }
}
