package nightfill.adapter.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinariesTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux amd64", "linux aarch64"})
    void come_with_nightfill_for_linux(String platform) {
        assertThat(Binaries.find(platform)).isNotNull();
    }

    @Test
    void are_missing_elsewhere() {
        assertThat(Binaries.find("mac os x aarch64")).isNull();
    }

    @Test
    void know_their_version() {
        assertThat(Binaries.ofThisPlatform().majorVersion()).isEqualTo("18");
    }
}
