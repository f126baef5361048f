package nightfill.application.metrics;

/** Asks the database for nothing but an answer. */
public interface DatabaseProbe {

    /** Returns as soon as it has answered; fails where it does not. */
    boolean answers();
}
