package nightfill.domain.allocation;

/**
 * What an open line asks for when its turn comes.
 *
 * @param turn that of the line
 * @param quantity in units, at least 1
 */
public record Demand(long turn, int quantity) {}
