package nightfill.adapter.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nightfill.application.access.Secrets;
import nightfill.domain.access.SecretCode;
import org.junit.jupiter.api.Test;

class SecureRandomSecretsTest {

    private final Secrets secrets = new SecureRandomSecrets();

    @Test
    void a_secret_has_as_many_bytes_as_were_asked_for() {
        assertThat(secrets.random(0)).isEmpty();
        assertThat(secrets.random(20)).hasSize(20);
    }

    @Test
    void no_code_comes_twice() {
        assertThat(Stream.generate(secrets::code).limit(1000).map(SecretCode::text))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.length() == 26);
    }
}
