package nightfill.adapter.cli.text;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;
import nightfill.application.run.Executions.Execution;
import nightfill.application.run.Executions.Period;
import nightfill.application.run.Executions.Reached;
import nightfill.application.run.Executions.WorkedRun;
import nightfill.domain.access.Actor;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import nightfill.domain.words.Visible;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Executions for programs, each without levels. */
public final class ExecutionJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Execution.class, Flat.class)
            .addMixIn(WorkedRun.class, Named.class)
            .addMixIn(Period.class, FromTo.class)
            .addMixIn(Reached.class, WhereTo.class)
            .addMixIn(Actor.class, StartedBy.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ExecutionJson() {}

    interface Flat {

        @JsonUnwrapped
        WorkedRun run();

        @JsonUnwrapped
        Period period();

        @JsonUnwrapped
        Reached reached();

        @JsonUnwrapped
        Actor startedBy();
    }

    interface FromTo {

        @JsonIgnore
        Duration took();
    }

    interface WhereTo {

        @JsonIgnore
        Phase phase();

        @JsonIgnore
        Pace pace();
    }

    interface StartedBy {

        @JsonProperty("startedByKind")
        Actor.Kind kind();

        @JsonProperty("startedByName")
        String name();

        @JsonProperty("startedByOrigin")
        String origin();
    }

    interface Named {

        @JsonUnwrapped
        RunName name();
    }

    public static String of(List<Execution> executions) {
        return escaped(MAPPER.writeValueAsString(executions));
    }

    /** What would hide from people stays what it is for programs. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (Visible.unhidden(character).equals(character)) {
                escaped.append(character);
            } else {
                character.chars().forEach(unit -> escaped.append("\\u%04X".formatted(unit)));
            }
        });
        return escaped.toString();
    }
}
