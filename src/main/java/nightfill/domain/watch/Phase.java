package nightfill.domain.watch;

/**
 * One of several phases of a step, worked one after the other.
 *
 * @param number from 1
 * @param of how many there are
 * @param name what is done, in a word or two
 */
public record Phase(int number, int of, String name) {}
