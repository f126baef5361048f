package nightfill.adapter.json;

import nightfill.application.figures.Summary;
import nightfill.application.report.SummaryFormat;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json}: indented, in the order of the contract, with the same bytes on every machine. */
public final class JsonSummaryFormat implements SummaryFormat {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private final IndentedJson indented = new IndentedJson(mapper);

    @Override
    public byte[] bytes(Summary summary) {
        return indented.bytes(summary);
    }

    @Override
    public Summary parse(byte[] bytes) {
        return mapper.readValue(bytes, Summary.class);
    }
}
