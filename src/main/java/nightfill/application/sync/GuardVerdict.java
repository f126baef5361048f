package nightfill.application.sync;

/**
 * What a guard found.
 *
 * @param told one line for people: where it failed, what is wrong, where, and what to do
 */
public record GuardVerdict(String name, boolean passed, String told) {}
