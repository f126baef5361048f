package nightfill.domain.proof;

/**
 * What a file holds.
 *
 * @param sha256 64 hexadecimal digits in lower case, or words for what is no file
 */
public record Content(String sha256, long bytes) {}
