package nightfill;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Spring over a database whose tables are up to date: quiet, and ended by whoever started it.
 *
 * @param configuration lists the beans that need more than their constructor
 * @param plain beans that are made of other beans alone
 */
record SpringProgram(Class<?> configuration, Map<String, Object> properties, List<Class<?>> plain) {

    /** Those of several rooms. */
    static List<Class<?>> together(List<List<Class<?>>> rooms) {
        return rooms.stream().<Class<?>>flatMap(List::stream).toList();
    }

    /** Starts it without what Spring Boot looks for around a program, which no night waits for then. */
    ConfigurableApplicationContext start(
            Settings settings, Database database, Consumer<GenericApplicationContext> more) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setAllowBeanDefinitionOverriding(false);
        context.setAllowCircularReferences(false);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("nightfill", properties));
        fill(context, settings, database, more);
        context.register(configuration);
        context.refresh();
        return context;
    }

    /** Starts it as a web server. */
    ConfigurableApplicationContext serve(
            Settings settings, Database database, Consumer<GenericApplicationContext> more) {
        return new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(properties)
                .initializers(started -> fill((GenericApplicationContext) started, settings, database, more))
                .run();
    }

    private void fill(
            GenericApplicationContext context,
            Settings settings,
            Database database,
            Consumer<GenericApplicationContext> more) {
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(Database.class, () -> database);
        context.registerBean("dataSource", DataSource.class, database::pool);
        plain.forEach(type -> context.registerBean(type));
        more.accept(context);
    }
}
