package nightfill.adapter.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nightfill.application.problem.StopToken;
import org.apache.commons.io.function.IOBiConsumer;
import org.jspecify.annotations.Nullable;

/** Does the same with every item of a list, several at a time; after a failure no further one is begun. */
public final class Workers<T> {

    private final List<T> items;
    private final StopToken stop;
    private final IOBiConsumer<T, ContentReader> work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Workers(List<T> items, StopToken stop, IOBiConsumer<T, ContentReader> work) {
        this.items = items;
        this.stop = stop;
        this.work = work;
    }

    /**
     * Begins items in their order; returns when all are done, or throws the failure that came first.
     *
     * @param work the reader belongs to its thread
     */
    public static <T> void each(int threads, List<T> items, StopToken stop, IOBiConsumer<T, ContentReader> work)
            throws IOException {
        Workers<T> workers = new Workers<>(items, stop, work);
        workers.work(Math.min(threads, items.size()));
        workers.throwFailure();
    }

    private void work(int threads) throws IOException {
        if (threads <= 1) {
            work();
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> shifts = Collections.nCopies(threads, this::work);
            for (Future<Boolean> shift : pool.invokeAll(shifts)) {
                shift.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean work() {
        ContentReader reader = new ContentReader(stop);
        try {
            for (int i = next.getAndIncrement();
                    i < items.size() && failure.get() == null;
                    i = next.getAndIncrement()) {
                work.accept(items.get(i), reader);
            }
        } catch (IOException | RuntimeException e) {
            failure.compareAndSet(null, e);
        }
        return failure.get() == null;
    }

    private void throwFailure() throws IOException {
        Exception first = failure.get();
        if (first instanceof IOException trouble) {
            throw trouble;
        }
        if (first instanceof RuntimeException bug) {
            throw bug;
        }
    }
}
