package nightfill.domain.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.proof.Sha256;

/**
 * A chain of entries up to its head: each bears the SHA-256 of what it says and of the entry before it, so that none can
 * be changed, left out or put between others without changing every later one.
 *
 * @param length how many entries
 * @param head the hash of the last
 */
public record AuditChain(long length, String head) {

    /** The chain that the first entry continues. */
    public static final AuditChain EMPTY = new AuditChain(0, "0".repeat(64));

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    /** What is wrong with the entry that comes next, if anything is. */
    public Optional<String> fault(AuditEntry next) {
        if (next.id() != length + 1) {
            return Optional.of("entry %d is missing".formatted(length + 1));
        }
        if (!next.link().previous().equals(head)) {
            return Optional.of("entry %d does not continue the entry before it".formatted(next.id()));
        }
        return next.link().hash().equals(hash(next))
                ? Optional.empty()
                : Optional.of("entry %d is not as it was written".formatted(next.id()));
    }

    /** The chain with one more entry. */
    public AuditChain and(AuditEntry next) {
        return new AuditChain(next.id(), next.link().hash());
    }

    /** The hash that an entry must have, in lower-case hexadecimal digits. */
    public static String hash(AuditEntry entry) {
        return Sha256.of(fields(entry)
                .map(AuditChain::framed)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<String> fields(AuditEntry entry) {
        Actor actor = entry.request().actor();
        Long answers = entry.outcome().answers();
        return Stream.of(
                entry.link().previous(),
                Long.toString(entry.id()),
                Long.toString(Duration.between(Instant.EPOCH, entry.at()).dividedBy(MICROSECOND)),
                actor.kind().name(),
                actor.name(),
                actor.origin(),
                entry.request().act(),
                entry.request().subject(),
                entry.request().note(),
                answers == null ? "" : answers.toString(),
                entry.outcome().word(),
                entry.outcome().message());
    }

    /** Behind its length in bytes, so that no two different rows of fields give the same text. */
    private static String framed(String field) {
        return field.getBytes(StandardCharsets.UTF_8).length + ":" + field + ",";
    }
}
