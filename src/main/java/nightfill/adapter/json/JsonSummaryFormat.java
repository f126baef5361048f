package nightfill.adapter.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nightfill.application.figures.Summary;
import nightfill.application.report.SummaryFormat;
import nightfill.domain.run.Acceptance;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json}: indented, in the order of the contract, with the same bytes on every machine. */
public final class JsonSummaryFormat implements SummaryFormat {

    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Summary.class, SinceAccepted.class)
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private final IndentedJson indented = new IndentedJson(mapper);

    /** Reports of former versions do not have the field, and come out without it. */
    interface SinceAccepted {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Acceptance> accepted();
    }

    @Override
    public byte[] bytes(Summary summary) {
        return indented.bytes(summary);
    }

    @Override
    public Summary parse(byte[] bytes) {
        return mapper.readValue(bytes, Summary.class);
    }
}
