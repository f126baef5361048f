package nightfill.adapter.json;

import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nightfill.application.verify.SummaryLinks;
import nightfill.domain.proof.RunLinks;
import nightfill.domain.proof.RunLinks.Reference;
import nightfill.domain.run.RunName;
import nightfill.domain.words.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the links of {@code summary.json}, which may have been altered by anyone. */
public final class JsonSummaryLinks implements SummaryLinks {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Optional<RunLinks> read(String summary) {
        try {
            return Optional.of(links(mapper.readTree(summary)));
        } catch (JacksonException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static RunLinks links(JsonNode summary) {
        LocalDate date = date(summary);
        return new RunLinks(
                new RunName(date, number(summary)),
                named(summary, "previous", previous -> reference(date(previous), previous)),
                named(summary, "replaces", replaced -> reference(date, replaced)),
                reports(summary.required("reports")));
    }

    private static @Nullable Reference named(JsonNode summary, String name, Function<JsonNode, Reference> reading) {
        JsonNode link = summary.required(name);
        return link.isNull() ? null : reading.apply(link);
    }

    private static Reference reference(LocalDate date, JsonNode link) {
        return new Reference(new RunName(date, number(link)).directory(), text(link, "manifestSha256"));
    }

    private static Map<String, String> reports(JsonNode reports) {
        Map<String, String> hashes = new TreeMap<>();
        reports.properties().forEach(report -> hashes.put(report.getKey(), text(report.getValue(), "sha256")));
        return hashes;
    }

    private static LocalDate date(JsonNode node) {
        return Dates.parse(text(node, "date")).orElseThrow();
    }

    private static int number(JsonNode node) {
        return node.required("run").intValueOpt().orElseThrow();
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValueOpt().orElseThrow();
    }
}
