package nightfill.adapter.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** JSON that people can read too, with the same bytes on every machine. */
final class IndentedJson {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private IndentedJson() {}

    static PrettyPrinter printer() {
        return new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
    }

    static byte[] bytes(JsonMapper mapper, Object value) {
        return (mapper.writer().with(printer()).writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
