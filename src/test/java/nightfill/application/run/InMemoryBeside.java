package nightfill.application.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Work beside which nothing else is done meanwhile. */
public final class InMemoryBeside implements Beside {

    @Override
    public <T> Ongoing<T> begin(Supplier<T> work) {
        CompletableFuture<T> outcome = CompletableFuture.supplyAsync(work, Runnable::run);
        return new Ongoing<>() {

            @Override
            public T await() {
                try {
                    return outcome.join();
                } catch (CompletionException e) {
                    return ExceptionUtils.rethrow(e.getCause());
                }
            }

            @Override
            public void close() {}
        };
    }
}
