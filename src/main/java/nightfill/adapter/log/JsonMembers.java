package nightfill.adapter.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import nightfill.domain.words.Visible;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Adds to each entry its labels, null where there is none, and lets nothing hide in its texts. */
final class JsonMembers implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    @Override
    public void customize(JsonWriter.Members<ILoggingEvent> members) {
        LogbackLabels.ALL.forEach(label -> members.add(label, entry -> LogbackLabels.of(entry, label)));
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, Visible::unhidden));
    }
}
