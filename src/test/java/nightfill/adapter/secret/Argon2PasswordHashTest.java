package nightfill.adapter.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Argon2PasswordHashTest {

    /** One that takes less memory, and so less time. */
    private final Argon2PasswordHash hash = new Argon2PasswordHash(64);

    @Test
    void a_hash_names_its_algorithm_and_what_it_costs() {
        assertThat(new Argon2PasswordHash().of("over the hills and far"))
                .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_password_is_known_by_its_hash() {
        String kept = hash.of("over the hills and far");

        assertThat(hash.matches("over the hills and far", kept)).isTrue();
        assertThat(hash.matches("over the hills and fat", kept)).isFalse();
        assertThat(hash.matches("", kept)).isFalse();
    }

    /** What the reference implementation says of "password" and "somesalt". */
    @Test
    void a_hash_is_what_other_implementations_make_of_it() {
        String reference =
                "{argon2}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hash.matches("password", reference)).isTrue();
        assertThat(hash.matches("passwort", reference)).isFalse();
    }

    @Test
    void no_two_hashes_are_equal() {
        assertThat(hash.of("over the hills and far")).isNotEqualTo(hash.of("over the hills and far"));
    }

    @Test
    void all_of_a_long_password_counts() {
        String kept = hash.of("ü".repeat(1024));

        assertThat(hash.matches("ü".repeat(1024), kept)).isTrue();
        assertThat(hash.matches("ü".repeat(1023) + "u", kept)).isFalse();
    }

    @Test
    void a_crowd_is_served_one_after_the_other() {
        String kept = hash.of("over the hills and far");
        List<CompletableFuture<Boolean>> crowd = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> hash.matches("over the hills and far", kept)))
                .limit(20)
                .toList();

        assertThat(crowd.stream().map(CompletableFuture::join)).hasSize(20).containsOnly(true);
    }
}
