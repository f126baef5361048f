package nightfill.adapter.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import nightfill.application.figures.Summary;
import nightfill.application.report.SummaryFormat;
import nightfill.domain.run.Acceptance;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json}: indented, in the order of the contract, with the same bytes on every machine. */
public final class JsonSummaryFormat implements SummaryFormat {

    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Summary.class, Flat.class)
            .addMixIn(Summary.Identity.class, SinceAccepted.class)
            .addMixIn(Summary.Flow.class, WithOutcome.class)
            .addMixIn(Summary.Outcome.class, SinceLeft.class)
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** The contract knows one level less. */
    interface Flat {

        @JsonUnwrapped
        Summary.Identity identity();

        @JsonUnwrapped
        Summary.Figures figures();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        Summary.@Nullable Purchasing purchasing();
    }

    interface WithOutcome {

        @JsonUnwrapped
        Summary.Outcome outcome();
    }

    /** Reports of former versions do not have the field, and come out without it. */
    interface SinceAccepted {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Acceptance> accepted();
    }

    /** The same of runs by the first rules. */
    interface SinceLeft {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Long leftWithoutBatch();
    }

    @Override
    public byte[] bytes(Summary summary) {
        return IndentedJson.bytes(mapper, summary);
    }

    @Override
    public Summary parse(byte[] bytes) {
        return mapper.readValue(bytes, Summary.class);
    }
}
