package nightfill.application.sync;

/**
 * What a guard found that lets a sync pass.
 *
 * @param message one line for people
 */
public record GuardVerdict(String name, String message) {}
