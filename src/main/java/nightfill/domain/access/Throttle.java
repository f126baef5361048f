package nightfill.domain.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.proof.Sha256;

/**
 * Lets whoever guesses wait longer and longer, up to 30 seconds, for one account and from one address, so that nobody can
 * lock out anybody who is elsewhere.
 *
 * @param failures how many tries have failed in a row
 * @param last when the last one did
 */
public record Throttle(int failures, Instant last) {

    /** Nobody has failed yet. */
    public static final Throttle NONE = new Throttle(0, Instant.EPOCH);

    /** After so long without a try, failures are forgotten. */
    public static final Duration MEMORY = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int FREE = 1;
    private static final int NETWORK = 4;

    /** Names who tries for which account; in a hash, for some people type their password where the name belongs. */
    public static String key(String name, String address) {
        String account = AccountName.parse(name).map(AccountName::folded).orElse("");
        return Sha256.of((account + '\n' + network(address)).getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever has an address of IPv6 has all that begin with the same 64 bits. */
    private static String network(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        String beforeZeros = address.split("::", 2)[0];
        Stream<String> groups = Arrays.stream(beforeZeros.split(":", -1))
                .map(group -> group.replaceFirst("^0+", "").toLowerCase(Locale.ROOT));
        return Stream.concat(groups, Collections.nCopies(NETWORK, "").stream())
                .limit(NETWORK)
                .collect(Collectors.joining(":", "", "::"));
    }

    /** How long it takes until the next try is looked at. */
    public Duration pause(Instant now) {
        Duration since = Duration.between(last, now);
        Duration rest = delay().minus(since.isNegative() ? Duration.ZERO : since);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private Duration delay() {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(failures - FREE - 1, Byte.SIZE));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    /** One more try, which counts as failed until it turns out to be right. */
    public Throttle tried(Instant now) {
        boolean forgotten = last.plus(MEMORY).isBefore(now);
        return new Throttle(forgotten ? 1 : Math.min(failures, Short.MAX_VALUE) + 1, now);
    }
}
