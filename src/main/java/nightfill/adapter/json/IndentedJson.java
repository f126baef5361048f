package nightfill.adapter.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON that people can read too, with the same bytes on every machine. */
final class IndentedJson {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private final ObjectWriter writer;

    IndentedJson(JsonMapper mapper) {
        writer = mapper.writer().with(printer());
    }

    static PrettyPrinter printer() {
        return new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
    }

    byte[] bytes(Object value) {
        return (writer.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
