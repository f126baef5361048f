package nightfill.adapter.web.bearer;

import java.time.LocalDate;
import java.util.stream.Stream;
import nightfill.domain.words.Eta;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/** Bodies that programs send and get. */
public final class Bodies {

    /** What nobody needs to send more of, in characters. */
    private static final int LONGEST = 1 << 16;

    private Bodies() {}

    /** What is not exactly as it should be is refused, rather than taken for something else. */
    static JacksonJsonHttpMessageConverter strict() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(LONGEST)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new JacksonJsonHttpMessageConverter(JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .addModule(new SimpleModule().addSerializer(LocalDate.class, new Etas()))
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> Stream.of(
                                        CoercionInputShape.Integer,
                                        CoercionInputShape.Float,
                                        CoercionInputShape.Boolean)
                                .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail))));
    }

    /** Dates as in reports, where that of goods that come some time is a word. */
    private static final class Etas extends StdSerializer<LocalDate> {

        private Etas() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate date, JsonGenerator json, SerializationContext context) {
            json.writeString(Eta.text(date));
        }
    }

    /** Whether one could not be read because there is too much of it. */
    public static boolean isTooLarge(@Nullable Throwable cause) {
        return cause instanceof StreamConstraintsException;
    }

    /** Why one could not be read, without anything of it but names that are known, and places. */
    public static String whyUnread(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "the body has a member that is not known" + at(unknown);
        }
        if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return "%s is not of the type that openapi.json says%s"
                    .formatted(wrong.getPath().get(0).getPropertyName(), at(wrong));
        }
        if (cause instanceof DatabindException wrong) {
            return "the body is not the object that openapi.json says" + at(wrong);
        }
        if (cause instanceof StreamConstraintsException) {
            return "the body is longer than %,d characters, or nested too deep".formatted(LONGEST);
        }
        if (cause instanceof InputCoercionException large) {
            return "a number is too large" + at(large);
        }
        if (cause instanceof StreamReadException broken) {
            return "the body is not JSON as it should be" + at(broken);
        }
        return "the body cannot be read, or is missing";
    }

    private static String at(JacksonException where) {
        TokenStreamLocation place = where.getLocation();
        return place == null || place.getLineNr() < 0
                ? ""
                : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }
}
