package nightfill.application.run;

/** Lets what belongs together happen together or not at all. */
public interface Transactions {

    void inOne(Runnable work);
}
