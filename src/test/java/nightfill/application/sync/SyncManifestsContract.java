package nightfill.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightfill.application.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everyone who keeps sync manifests must do. */
public abstract class SyncManifestsContract {

    protected abstract SyncManifests manifests();

    /** A directory with a home, in which the manifests are kept, and empty directories called source and destination. */
    protected abstract Path root();

    protected abstract boolean isFile(Path place);

    /** Lets nothing be written to the home any more. */
    protected abstract void breakHome() throws IOException;

    @ParameterizedTest
    @ValueSource(strings = {"source/m.json", "destination/m.json", "destination", "missing/m.json"})
    void a_manifest_that_would_be_part_of_the_sync_or_nowhere_is_wrong_usage(String file) {
        Problems.usage(() -> manifests().requirePlace(request(SyncRecord.in(root().resolve(file)), false)));
        Problems.usage(() -> manifests().requirePlace(request(SyncRecord.in(root().resolve(file)), true)));
    }

    @Test
    void a_home_that_would_be_part_of_the_sync_is_wrong_usage_unless_nothing_is_kept_there() {
        SyncRoute into = new SyncRoute(root().resolve("source"), root().resolve("home"), Set.of());

        Problems.usage(() ->
                manifests().requirePlace(request(SyncRecord.CHAINED, false).on(into)));
        assertThatNoException()
                .isThrownBy(() -> manifests()
                        .requirePlace(request(SyncRecord.CHAINED, true).on(into)));
        assertThatNoException().isThrownBy(() -> manifests().requirePlace(request(SyncRecord.CHAINED, false)));
    }

    @Test
    void each_manifest_of_a_chain_is_kept_in_a_file_of_its_own() throws IOException {
        Path first = write(SyncRecord.CHAINED);
        Path second = write(SyncRecord.CHAINED);

        assertThat(second).isGreaterThan(first).startsWithRaw(first.getParent());
        assertThat(isFile(first)).isTrue();
        assertThat(isFile(second)).isTrue();
    }

    @Test
    void a_manifest_goes_to_the_file_that_is_named_and_takes_the_place_of_what_was_there() throws IOException {
        Path file = root().resolve("m.json");

        assertThat(write(SyncRecord.in(file))).isEqualTo(file);
        assertThat(write(SyncRecord.in(file))).isEqualTo(file);
        assertThat(isFile(file)).isTrue();
    }

    @Test
    void that_nothing_can_be_kept_is_found_out_before_the_first_change() throws IOException {
        manifests().prepare(request(SyncRecord.CHAINED, false));
        breakHome();
        assertThatIOException().isThrownBy(() -> manifests().prepare(request(SyncRecord.CHAINED, false)));
    }

    private Path write(SyncRecord record) throws IOException {
        SyncRequest request = request(record, false);
        manifests().requirePlace(request);
        manifests().prepare(request);
        return manifests().write(request, manifest(request));
    }

    private SyncRequest request(SyncRecord record, boolean dryRun) {
        SyncRoute route = new SyncRoute(root().resolve("source"), root().resolve("destination"), Set.of());
        return new SyncRequest(route, SyncLimits.DEFAULT, record, List.of(), dryRun);
    }

    private static SyncManifest manifest(SyncRequest request) {
        return new PlannedSync(request, Tree.EMPTY, Tree.EMPTY, List.of(), List.of()).manifest(null);
    }
}
