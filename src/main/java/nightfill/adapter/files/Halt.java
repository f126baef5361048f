package nightfill.adapter.files;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Asks whoever is at work to end before its next step. */
public final class Halt {

    private volatile boolean called;

    public void call() {
        called = true;
    }

    public void heed() throws IOException {
        if (called) {
            throw new InterruptedIOException("it was stopped");
        }
    }
}
