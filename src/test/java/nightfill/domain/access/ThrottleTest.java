package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void each_failure_doubles_the_wait_up_to_half_a_minute() {
        Throttle throttle = Throttle.NONE;
        List<Long> waits = new ArrayList<>(List.of(throttle.pause(NOW).toSeconds()));
        for (int failure = 0; failure < 9; failure++) {
            throttle = throttle.tried(NOW);
            waits.add(throttle.pause(NOW).toSeconds());
        }
        assertThat(waits).containsExactly(0L, 0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void the_wait_ends() {
        Throttle throttle = new Throttle(5, NOW);

        assertThat(throttle.pause(NOW.plusSeconds(7))).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.pause(NOW.plusSeconds(8))).isZero();
        assertThat(throttle.pause(NOW.plusSeconds(999))).isZero();
    }

    @Test
    void a_clock_that_is_set_back_makes_nobody_wait_for_long() {
        assertThat(new Throttle(50, NOW).pause(NOW.minus(Duration.ofDays(1)))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void failures_are_forgotten_after_a_quarter_of_an_hour() {
        Throttle throttle = new Throttle(9, NOW);

        assertThat(throttle.tried(NOW.plus(Throttle.MEMORY)).failures()).isEqualTo(10);
        assertThat(throttle.tried(NOW.plus(Throttle.MEMORY).plusMillis(1)).failures())
                .isEqualTo(1);
    }

    @Test
    void nobody_fails_too_often_to_be_counted() {
        Throttle throttle = new Throttle(Integer.MAX_VALUE, NOW).tried(NOW);

        assertThat(throttle.failures()).isPositive();
        assertThat(throttle.pause(NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "ann, 192.0.2.1, ANN, 192.0.2.1, true",
        "ann, 192.0.2.1, ann, 192.0.2.2, false",
        "ann, 192.0.2.1, bob, 192.0.2.1, false",
        "'a b', 192.0.2.1, '', 192.0.2.1, true",
        "ann, 2001:db8:0:1:2:3:4:5, ann, 2001:DB8:0000:1:9::9, true",
        "ann, 2001:db8:0:1::5, ann, 2001:db8:0:2::5, false",
        "ann, 2001:db8::5, ann, 2001:db8:0:0:7:7:7:7, true",
        "ann, ::1, ann, 0:0:0:0:0:0:0:1, true",
        "ann, ::ffff:192.0.2.1, ann, ::ffff:192.0.2.2, false"
    })
    void whoever_tries_for_one_account_from_one_network_is_one(
            String name, String address, String otherName, String otherAddress, boolean same) {
        assertThat(Throttle.key(name, address).equals(Throttle.key(otherName, otherAddress)))
                .isEqualTo(same);
    }

    @Test
    void a_key_shows_neither_name_nor_address() {
        assertThat(Throttle.key("hunter2", "192.0.2.1")).matches("[0-9a-f]{64}");
    }
}
