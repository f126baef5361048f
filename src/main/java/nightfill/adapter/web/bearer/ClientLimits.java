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
import nightfill.adapter.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each program ask only so often, and all of them be answered only so many at once, so that people get their pages. */
final class ClientLimits extends OncePerRequestFilter {

    /** Requests in a second that a program may make in the long run; at once, when it has been still, as many. */
    static final int EACH_SECOND = 200;

    /** Half the threads that the server has. */
    static final int AT_ONCE = 100;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Problems problems;

    ClientLimits(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal client = request.getUserPrincipal();
        Duration pause = client == null ? Duration.ZERO : pause(client.getName());
        if (!pause.isZero()) {
            refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, pause);
        } else if (room.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                room.release();
            }
        } else {
            refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(1));
        }
    }

    /** How long a program has to wait before it may ask; there are only so many, for each has its token. */
    private Duration pause(String client) {
        ConsumptionProbe probe =
                buckets.computeIfAbsent(client, name -> bucket()).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(EACH_SECOND).refillGreedy(EACH_SECOND, Duration.ofSeconds(1)))
                .build();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Duration pause)
            throws IOException {
        long seconds = pause.plusSeconds(1).minusNanos(1).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.send(
                request,
                response,
                status,
                status == HttpStatus.TOO_MANY_REQUESTS
                        ? "more than %d requests a second; nothing was done; ask again later".formatted(EACH_SECOND)
                        : "%d requests are being answered; nothing was done; ask again later".formatted(AT_ONCE));
    }
}
