package nightfill.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightfill.application.sync.SyncCounts;
import nightfill.application.sync.SyncManifest;
import nightfill.application.sync.SyncManifest.Step;
import nightfill.application.sync.SyncManifest.Work;
import nightfill.application.sync.SyncRoute;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.words.Visible;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonSyncManifestFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\u001Bb\u007F\u0085",
                "a\u202Eb\u200B\uFEFF",
                "a\u2028b",
                "a\uDB40\uDC41b",
                "a\uD83D\uDE9Ab",
                "a\\u202Eb\"c",
                "Schüssel"
            })
    void a_name_is_what_it_is_for_programs_and_hides_nothing_from_people(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JsonSyncManifestFormat().write(manifest(name), bytes);
        String json = bytes.toString(StandardCharsets.UTF_8);
        assertThat(Visible.unhidden(json)).isEqualTo(json);
        assertThat(JsonMapper.shared()
                        .readTree(json)
                        .path("actions")
                        .path(0)
                        .path("path")
                        .asString())
                .isEqualTo(name);
    }

    private static SyncManifest manifest(String name) {
        return new SyncManifest(
                null,
                new SyncRoute(Path.of("from"), Path.of("to"), Set.of()),
                null,
                List.of(),
                new Work(new SyncCounts(0, 0, 1, 0, 0, 0), List.of(), List.of(new Step(new Delete(name), 0))),
                null);
    }
}
