package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    private static final Totp FACTOR = Totp.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);
    private static final long STEP = Totp.step(NOW);
    private static final long UNUSED = Long.MIN_VALUE;

    /** The last six of the eight digits there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_vectors_of_rfc_6238_hold(long seconds, String code) {
        Instant then = Instant.ofEpochSecond(seconds);

        assertThat(FACTOR.code(Totp.step(then))).isEqualTo(code);
        assertThat(FACTOR.accepts(code, then, UNUSED)).hasValue(Totp.step(then));
    }

    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489"
    })
    void the_vectors_of_rfc_4226_hold(long step, String code) {
        assertThat(FACTOR.code(step)).isEqualTo(code);
    }

    @Test
    void a_step_takes_thirty_seconds() {
        assertThat(Totp.step(Instant.EPOCH)).isZero();
        assertThat(Totp.step(Instant.ofEpochSecond(29))).isZero();
        assertThat(Totp.step(Instant.ofEpochSecond(30))).isEqualTo(1);
        assertThat(Totp.step(Instant.ofEpochSecond(-1))).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void clocks_may_differ_by_a_step(long apart) {
        assertThat(FACTOR.accepts(FACTOR.code(STEP + apart), NOW, UNUSED)).hasValue(STEP + apart);
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2, -100, 100})
    void and_by_no_more(long apart) {
        assertThat(FACTOR.accepts(FACTOR.code(STEP + apart), NOW, UNUSED)).isEmpty();
    }

    @Test
    void a_code_counts_once_and_none_before_it_does_afterwards() {
        assertThat(FACTOR.accepts(FACTOR.code(STEP), NOW, STEP - 1)).hasValue(STEP);
        assertThat(FACTOR.accepts(FACTOR.code(STEP), NOW, STEP)).isEmpty();
        assertThat(FACTOR.accepts(FACTOR.code(STEP - 1), NOW, STEP)).isEmpty();
        assertThat(FACTOR.accepts(FACTOR.code(STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "005925", "5924", "05924", "0059240", "abcdef", "００５９２４", "-05924"})
    void another_code_is_wrong(String code) {
        assertThat(FACTOR.accepts(code, NOW, UNUSED)).isEmpty();
    }

    @Test
    void blanks_are_not_meant() {
        assertThat(FACTOR.accepts(" 005 924\n", NOW, UNUSED)).hasValue(STEP);
    }

    @Test
    void an_app_takes_the_secret_from_a_link() {
        assertThat(FACTOR.uri(new AccountName("Ann@shop-1.example")))
                .isEqualTo("otpauth://totp/Nightfill:Ann%40shop-1.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Nightfill");
        assertThat(FACTOR.uri(new AccountName("Jürgen"))).startsWith("otpauth://totp/Nightfill:J%C3%BCrgen?");
    }

    @Test
    void a_log_shows_no_secret() {
        assertThat(FACTOR).asString().doesNotContain(FACTOR.secret());
    }
}
