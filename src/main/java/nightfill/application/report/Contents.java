package nightfill.application.report;

import nightfill.application.figures.Tally;

/**
 * What a report holds, as sums that do not depend on the order of its rows.
 *
 * @param tally rows, and the sum of the {@code qty} column where there is one
 * @param hashTotal of each row the first 15 hexadecimal digits of the SHA-256 of its values, joined by U+001F, in
 *     UTF-8; their sum in decimal digits
 */
public record Contents(Tally tally, String hashTotal) {}
