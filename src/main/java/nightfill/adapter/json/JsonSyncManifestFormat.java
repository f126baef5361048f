package nightfill.adapter.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import nightfill.application.sync.SyncManifest;
import nightfill.application.sync.SyncManifestFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** A sync manifest as JSON: indented, in the order of the contract, with the same bytes on every machine. */
public final class JsonSyncManifestFormat implements SyncManifestFormat {

    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new HiddenEscaped())
            .build();

    @Override
    public void write(SyncManifest manifest, OutputStream bytes) throws IOException {
        try {
            try (JsonGenerator generator = json.createGenerator(new Indented(), bytes)) {
                new ManifestWriter(generator).write(manifest);
            }
            bytes.write("\n".getBytes(StandardCharsets.UTF_8));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return IndentedJson.printer();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
