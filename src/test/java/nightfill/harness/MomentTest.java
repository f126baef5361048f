package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MomentTest {

    @ParameterizedTest
    @EnumSource
    void every_place_on_the_way_to_it_is_in_the_program(Moment moment) {
        assertThat(moment.way)
                .allSatisfy(place ->
                        assertThat(methods(Class.forName(place.type()))).contains(place.method()));
    }

    private static Stream<String> methods(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .map(Method::getName);
    }
}
