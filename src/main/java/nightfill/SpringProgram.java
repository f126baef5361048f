package nightfill;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Spring over a database whose tables are up to date: quiet, and ended by whoever started it.
 *
 * @param configuration lists the beans that need more than their constructor
 * @param plain beans that are made of other beans alone
 */
record SpringProgram(
        Class<?> configuration, WebApplicationType kind, Map<String, Object> properties, List<Class<?>> plain) {

    /** Those of several rooms. */
    static List<Class<?>> together(List<List<Class<?>>> rooms) {
        return rooms.stream().<Class<?>>flatMap(List::stream).toList();
    }

    SpringApplicationBuilder over(Settings settings, Database database) {
        return new SpringApplicationBuilder(configuration)
                .web(kind)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(properties)
                .initializers(started -> {
                    GenericApplicationContext context = (GenericApplicationContext) started;
                    context.registerBean(Settings.class, () -> settings);
                    context.registerBean(Database.class, () -> database);
                    context.registerBean("dataSource", DataSource.class, database::pool);
                    plain.forEach(type -> context.registerBean(type));
                });
    }
}
