package nightfill.adapter.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.port.SyncManifestFormat;
import nightfill.application.sync.SyncCounts;
import nightfill.application.sync.SyncManifest;
import nightfill.application.sync.SyncManifest.Step;
import nightfill.application.sync.Tree.Skipped;
import nightfill.application.sync.Verdict;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Move;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A sync manifest as JSON: indented, in the order of the contract, with the same bytes on every machine. */
public final class JsonSyncManifestFormat implements SyncManifestFormat {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private final ObjectWriter writer = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    @Override
    public void write(SyncManifest manifest, OutputStream bytes) throws IOException {
        try {
            writer.writeValue(bytes, Document.of(manifest));
            bytes.write("\n".getBytes(StandardCharsets.UTF_8));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private record Document(
            @Nullable String date,
            @Nullable Integer run,
            String source,
            String destination,
            @Nullable String previous,
            SyncCounts counts,
            List<Verdict> guards,
            List<Skipped> skipped,
            Stream<Record> actions,
            @Nullable String failure) {

        private static Document of(SyncManifest manifest) {
            return new Document(
                    manifest.date() == null ? null : manifest.date().toString(),
                    manifest.run(),
                    manifest.route().source().toString(),
                    manifest.route().destination().toString(),
                    manifest.previous(),
                    manifest.counts(),
                    manifest.guards(),
                    manifest.skipped(),
                    manifest.steps().stream().map(Document::action),
                    manifest.failure());
        }

        private static Record action(Step step) {
            if (step.action() instanceof Copy copy) {
                return new Copied("COPY", copy.path(), copy.sha256(), step.bytes());
            }
            return step.action() instanceof Move move
                    ? new Moved("MOVE", move.from(), move.path())
                    : new Deleted("DELETE", step.action().path());
        }
    }

    private record Copied(String op, String path, String sha256, long bytes) {}

    private record Moved(String op, String from, String path) {}

    private record Deleted(String op, String path) {}
}
