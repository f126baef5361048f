package nightfill.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Rows to test with, their fields divided by |, of which each build takes the first ones, and a soak all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ArgumentsSource(Sampled.Source.class)
public @interface Sampled {

    /** How many each build takes. */
    int first() default 1;

    String[] of();

    /** Chooses them. */
    final class Source extends AnnotationBasedArgumentsProvider<Sampled> {

        @Override
        protected Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, Sampled sampled) {
            return Stream.of(sampled.of())
                    .limit(Scale.SOAK ? Long.MAX_VALUE : sampled.first())
                    .map(row -> Arguments.of((Object[]) row.split(" *[|] *", -1)));
        }
    }
}
