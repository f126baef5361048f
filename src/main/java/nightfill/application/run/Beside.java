package nightfill.application.run;

import java.util.function.Supplier;

/** Lets work that only looks at the data go on beside the caller's; it sees them as they are at its first look. */
public interface Beside {

    <T> Ongoing<T> begin(Supplier<T> work);

    /** Work that is going on. */
    interface Ongoing<T> extends AutoCloseable {

        /** Waits until it is done, and gives what it found; what the work threw is thrown here. */
        T await();

        /** Breaks it off where it is still going on, and waits until nothing of it is left. */
        @Override
        void close();
    }
}
