package nightfill.domain.feed;

import java.util.Optional;

/**
 * The sender's word on one feed.
 *
 * @param rows the data rows it was sent with
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case; empty where the sender gives none
 */
public record ControlEntry(Feed feed, int rows, Optional<String> sha256) {}
