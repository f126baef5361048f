package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCodeTest {

    private static final SecretCode CODE = SecretCode.of("sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void bytes_are_letters_as_rfc_4648_has_them(String bytes, String text) {
        assertThat(Base32.text(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Base32.bytes(text)).asString(StandardCharsets.US_ASCII).isEqualTo(bytes);
    }

    @Test
    void any_bytes_come_back() {
        Random random = new Random(7);
        for (int length = 0; length < 64; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.bytes(Base32.text(bytes))).as("%d bytes", length).isEqualTo(bytes);
        }
    }

    @Test
    void a_code_is_shown_in_groups() {
        assertThat(CODE.shown()).matches("([A-Z2-7]{4}-){6}[A-Z2-7]{2}");
        assertThat(CODE.shown().replace("-", "")).isEqualTo(CODE.text());
    }

    @Test
    void a_code_is_read_however_it_is_typed() {
        assertThat(SecretCode.parse(CODE.shown())).contains(CODE);
        assertThat(SecretCode.parse(
                        " " + CODE.shown().toLowerCase(java.util.Locale.ROOT).replace('-', ' ') + "\n"))
                .contains(CODE);
        assertThat(SecretCode.parse(
                        CODE.text().replace('O', '0').replace('I', '1').replace('B', '8')))
                .contains(CODE);
        assertThat(CODE.text()).containsAnyOf("O", "I", "B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAA9"
            })
    void nothing_else_is_a_code(String typed) {
        assertThat(SecretCode.parse(typed)).isEmpty();
    }

    @Test
    void what_is_kept_shows_nothing_of_it() {
        assertThat(CODE.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(SecretCode.parse(CODE.shown()).orElseThrow().hash());
        assertThat(CODE).asString().doesNotContain(CODE.text());
        assertThat(SecretCode.of(new byte[16]).hash()).isNotEqualTo(CODE.hash());
    }

    @Test
    void there_are_ten_recovery_codes_and_all_differ() {
        Random random = new Random(7);
        RecoveryCodes codes = RecoveryCodes.of(() -> {
            byte[] bytes = new byte[SecretCode.BYTES];
            random.nextBytes(bytes);
            return SecretCode.of(bytes);
        });

        assertThat(codes.codes()).hasSize(10);
        assertThat(codes.hashes()).hasSize(10).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(codes.codes()).allMatch(code -> codes.hashes().contains(code.hash()));
    }
}
