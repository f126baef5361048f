package nightfill.harness;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Shows a test as the sentence that its name is, without the types of its parameters. */
final class Sentences extends ReplaceUnderscores {

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> test, Method method) {
        return method.getName().replace('_', ' ');
    }
}
