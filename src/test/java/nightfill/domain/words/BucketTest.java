package nightfill.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {

    /** As {@code printf %s CHAIR | sha256sum} shows in its first two digits. */
    @ParameterizedTest
    @CsvSource({"CHAIR, 0xca", "SOFA, 0xde", "TÜR, 0x93", "🚚, 0x41"})
    void a_sku_has_the_same_bucket_for_ever(String sku, String firstByte) {
        assertThat(Bucket.of(sku)).isEqualTo(Integer.decode(firstByte) % 64);
    }

    @Test
    void skus_are_spread_evenly() {
        Map<Integer, Long> skus = IntStream.range(0, 64_000)
                .boxed()
                .collect(Collectors.groupingBy(
                        number -> Bucket.of("SKU-" + number), TreeMap::new, Collectors.counting()));
        assertThat(skus.keySet())
                .containsExactlyElementsOf(IntStream.range(0, 64).boxed().toList());
        assertThat(skus.values()).allMatch(count -> count > 800 && count < 1200);
    }
}
