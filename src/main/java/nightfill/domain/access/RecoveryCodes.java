package nightfill.domain.access;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ten codes, each of which stands in once for a second factor that is not at hand. */
public record RecoveryCodes(List<SecretCode> codes) {

    public static final int COUNT = 10;

    public static RecoveryCodes of(Supplier<SecretCode> random) {
        return new RecoveryCodes(Stream.generate(random).limit(COUNT).toList());
    }

    /** What is kept of them. */
    public Set<String> hashes() {
        return codes.stream().map(SecretCode::hash).collect(Collectors.toUnmodifiableSet());
    }
}
