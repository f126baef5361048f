package nightfill.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    private final Sha256 sha256 = new Sha256();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void hashes_what_passes_and_lets_it_through() throws IOException {
        write("abc");
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(sha256.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void begins_anew_once_it_has_told_a_hash() throws IOException {
        write("abc");
        String first = sha256.hex();
        write("abc");
        assertThat(sha256.hex()).isEqualTo(first);
    }

    @Test
    void knows_the_hash_of_nothing() {
        assertThat(sha256.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private void write(String text) throws IOException {
        try (OutputStream stream = sha256.over(written)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
