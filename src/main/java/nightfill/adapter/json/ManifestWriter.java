package nightfill.adapter.json;

import java.util.function.Consumer;
import nightfill.application.sync.GuardVerdict;
import nightfill.application.sync.SyncCounts;
import nightfill.application.sync.SyncManifest;
import nightfill.application.sync.SyncManifest.Step;
import nightfill.application.sync.Tree.Skipped;
import nightfill.domain.run.RunName;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Move;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a sync manifest field by field: binding would take longer to start than a small sync takes. */
record ManifestWriter(JsonGenerator json) {

    void write(SyncManifest manifest) {
        json.writeStartObject();
        RunName run = manifest.run();
        text("date", run == null ? null : run.date().toString());
        json.writeName("run");
        if (run == null) {
            json.writeNull();
        } else {
            json.writeNumber(run.number());
        }
        text("source", manifest.route().source().toString());
        text("destination", manifest.route().destination().toString());
        text("previous", manifest.previous());
        counts(manifest.work().counts());
        array("guards", manifest.guards(), this::verdict);
        array("skipped", manifest.work().skipped(), this::skipped);
        array("actions", manifest.work().steps(), this::action);
        text("failure", manifest.failure());
        json.writeEndObject();
    }

    private void counts(SyncCounts counts) {
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("copied", counts.copied());
        json.writeNumberProperty("moved", counts.moved());
        json.writeNumberProperty("deleted", counts.deleted());
        json.writeNumberProperty("unchanged", counts.unchanged());
        json.writeNumberProperty("skipped", counts.skipped());
        json.writeNumberProperty("bytes", counts.bytes());
        json.writeEndObject();
    }

    private void verdict(GuardVerdict verdict) {
        text("name", verdict.name());
        json.writeBooleanProperty("passed", true);
        text("told", verdict.message());
    }

    private void skipped(Skipped skipped) {
        text("path", skipped.path());
        text("reason", skipped.reason());
    }

    private void action(Step step) {
        if (step.action() instanceof Copy copy) {
            text("op", "COPY");
            text("path", copy.path());
            text("sha256", copy.sha256());
            json.writeNumberProperty("bytes", step.bytes());
        } else if (step.action() instanceof Move move) {
            text("op", "MOVE");
            text("from", move.from());
            text("path", move.path());
        } else {
            text("op", "DELETE");
            text("path", step.action().path());
        }
    }

    private <T> void array(String name, Iterable<T> values, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
