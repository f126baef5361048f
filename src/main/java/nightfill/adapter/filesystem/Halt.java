package nightfill.adapter.filesystem;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Asks whoever is at work to end before its next step. */
final class Halt {

    private volatile boolean called;

    void call() {
        called = true;
    }

    void heed() throws IOException {
        if (called) {
            throw new InterruptedIOException("it was stopped");
        }
    }
}
