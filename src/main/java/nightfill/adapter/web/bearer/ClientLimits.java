package nightfill.adapter.web.bearer;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.web.Problems;
import nightfill.adapter.web.security.ForeignRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each program ask only so often and only so much at once, and of all of them only so many look at once, so that people
 * get their pages, and programs what another one leaves.
 */
final class ClientLimits extends OncePerRequestFilter {

    /** Requests in a second that a program may make in the long run; at once, when it has been still, as many. */
    static final int EACH_SECOND = 200;

    /** Requests of one program that are answered at once. */
    static final int EACH_AT_ONCE = 16;

    /** Of all programs: half the threads that the server has. */
    static final int AT_ONCE = 100;

    /** Of all programs, those that look something up: half the sessions for that. */
    private static final int LOOKING = 2;

    /** How long one waits for its turn to look. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Limits> limits = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Semaphore looking = new Semaphore(LOOKING, true);
    private final Problems problems;

    ClientLimits(Problems problems) {
        this.problems = problems;
    }

    /** Those of one program. */
    private record Limits(Bucket bucket, Semaphore room) {

        private static Limits full() {
            return new Limits(
                    Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(EACH_SECOND).refillGreedy(EACH_SECOND, Duration.ofSeconds(1)))
                            .build(),
                    new Semaphore(EACH_AT_ONCE));
        }
    }

    /** Work that fails as filters do. */
    private interface Work {

        void done() throws ServletException, IOException;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal client = request.getUserPrincipal();
        if (client == null) {
            chain.doFilter(request, response);
            return;
        }
        Limits own = limits.computeIfAbsent(client.getName(), first -> Limits.full());
        ConsumptionProbe probe = own.bucket().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            refuse(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "more than %d requests a second".formatted(EACH_SECOND));
        } else if (!within(own.room(), own.room().tryAcquire(), () -> work(request, response, chain))) {
            refuse(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "more than %d requests at once".formatted(EACH_AT_ONCE));
        }
    }

    private void work(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Work work = () -> chain.doFilter(request, response);
        boolean done = ForeignRequests.isReading(request)
                ? within(looking, isTurnToLook(), work)
                : within(room, room.tryAcquire(), work);
        if (!done) {
            refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "too many programs ask for something");
        }
    }

    private boolean isTurnToLook() {
        try {
            return looking.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Works, where there was room, and makes it again; whether there was. */
    private static boolean within(Semaphore room, boolean acquired, Work work) throws ServletException, IOException {
        if (!acquired) {
            return false;
        }
        try {
            work.done();
        } finally {
            room.release();
        }
        return true;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        problems.send(request, response, status, why + "; nothing was done; ask again later");
    }
}
