package nightfill.application.run;

import java.util.function.Supplier;

/** Lets work that only looks at the data go on beside the caller's; it sees them as they were committed when it began. */
public interface Beside {

    <T> Ongoing<T> begin(Supplier<T> work);

    /** Work that is going on. */
    interface Ongoing<T> extends AutoCloseable {

        /** Waits for its outcome; what the work threw is thrown here. */
        T outcome();

        /** Breaks it off where it is still going on, and waits until nothing of it is left. */
        @Override
        void close();
    }
}
