package nightfill.harness;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the console's controllers answer to, such as {@code POST /join}, as their annotations say. */
public final class Mappings {

    private Mappings() {}

    public static List<String> all() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("nightfill.adapter.web").stream()
                        .map(type -> (Class<?>) type.reflect())
                        .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(Mappings::of)
                        .toList();
    }

    private static Stream<String> of(Method method) {
        @Nullable RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.method())
                        .flatMap(verb -> Arrays.stream(mapping.path()).map(path -> verb + " " + path));
    }
}
