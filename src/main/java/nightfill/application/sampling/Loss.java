package nightfill.application.sampling;

/** Knows a database that does not answer from a mistake. */
public interface Loss {

    boolean isLoss(RuntimeException failure);
}
