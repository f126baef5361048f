package nightfill.application.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Work beside which nothing else is done meanwhile. */
public final class InMemoryBeside implements Beside {

    @Override
    public Ongoing begin(Runnable work) {
        CompletableFuture<Void> outcome = CompletableFuture.runAsync(work, Runnable::run);
        return new Ongoing() {

            @Override
            public void await() {
                try {
                    outcome.join();
                } catch (CompletionException e) {
                    ExceptionUtils.rethrow(e.getCause());
                }
            }

            @Override
            public void close() {}
        };
    }
}
