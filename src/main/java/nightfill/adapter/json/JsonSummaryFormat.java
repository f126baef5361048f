package nightfill.adapter.json;

import java.nio.charset.StandardCharsets;
import nightfill.application.port.SummaryFormat;
import nightfill.application.report.Summary;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json}: indented, in the order of the contract, with the same bytes on every machine. */
public final class JsonSummaryFormat implements SummaryFormat {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private final ObjectWriter writer = mapper.writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    @Override
    public byte[] bytes(Summary summary) {
        return (writer.writeValueAsString(summary) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Summary parse(byte[] bytes) {
        return mapper.readValue(bytes, Summary.class);
    }
}
