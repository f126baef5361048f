package nightfill.adapter.log;

import java.util.Map;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Writes each entry as one JSON object on one line, in Elastic's common schema, which others read too. */
public final class JsonEntries extends StructuredLogEncoder {

    private static final Map<String, Object> SCHEMA = Map.of(
            "spring.application.pid",
            ProcessHandle.current().pid(),
            "logging.structured.ecs.service.name",
            "nightfill",
            "logging.structured.json.context.include",
            false,
            "logging.structured.json.customizer",
            JsonMembers.class.getName());

    @Override
    public void start() {
        getContext().putObject(Environment.class.getName(), environment());
        setFormat("ecs");
        super.start();
    }

    private static Environment environment() {
        ConfigurableEnvironment environment = new AbstractEnvironment() {};
        environment.getPropertySources().addFirst(new MapPropertySource("schema", SCHEMA));
        return environment;
    }
}
