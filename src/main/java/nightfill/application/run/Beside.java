package nightfill.application.run;

/** Lets work that only looks at the data go on beside the caller's; it sees them as they are at its first look. */
public interface Beside {

    Ongoing begin(Runnable work);

    /** Work that is going on. */
    interface Ongoing extends AutoCloseable {

        /** Waits until it is done; what the work threw is thrown here. */
        void await();

        /** Breaks it off where it is still going on, and waits until nothing of it is left. */
        @Override
        void close();
    }
}
