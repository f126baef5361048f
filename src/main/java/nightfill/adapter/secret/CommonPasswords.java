package nightfill.adapter.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that many people have. */
public final class CommonPasswords {

    private static final String LIST = "/nightfill/access/common-passwords.txt";

    private CommonPasswords() {}

    /** In lower case. */
    public static Set<String> read() {
        try (InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(password -> password.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
