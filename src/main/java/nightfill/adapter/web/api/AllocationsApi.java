package nightfill.adapter.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import nightfill.adapter.web.Problems;
import nightfill.adapter.web.bearer.Client;
import nightfill.application.urgent.AllocateLine;
import nightfill.application.urgent.UrgentAnswer;
import nightfill.application.urgent.UrgentAnswer.Closed;
import nightfill.application.urgent.UrgentAnswer.NightUnfinished;
import nightfill.application.urgent.UrgentAnswer.OutOfStock;
import nightfill.application.urgent.UrgentAnswer.Promised;
import nightfill.application.urgent.UrgentRequest;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Row;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.feed.RowParser;
import nightfill.domain.night.LineState;
import nightfill.view.Meanings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One line, allocated at once. */
@RestController
public record AllocationsApi(AllocateLine allocateLine) {

    private static final String KEY = "[!-~]{1,255}";
    private static final String PAUSE = "10";

    /** A line as a row of {@code order_lines.csv} has it, and held to the same rules; {@code line} may be missing. */
    record Asked(
            @Nullable String orderid,
            @Nullable String line,
            @Nullable String sku,
            @Nullable Integer qty) {

        private OrderLine parsed() {
            Row row = RowParser.ofOrderLine(text(orderid), text(line), text(sku), text(qty));
            if (row instanceof RejectedRow rejected) {
                throw Problems.failure(HttpStatus.BAD_REQUEST, rejected.detail());
            }
            return ((LineRow) row).line();
        }

        private static String text(@Nullable Object value) {
            return Objects.toString(value, "");
        }
    }

    /** What the line has now; {@code eta} null where that is in the warehouse. */
    record Allocated(
            @JsonUnwrapped GoodsJson.Ordered ordered,
            String batchref,
            @Nullable LocalDate eta) {

        private static Allocated of(OrderLine line, Promised promised) {
            return new Allocated(GoodsJson.Ordered.of(line), promised.batchReference(), promised.eta());
        }
    }

    /** Asked again, it answers what the line has by then. */
    @PostMapping("/api/allocations")
    public ResponseEntity<Allocated> allocate(
            HttpServletRequest request,
            @RequestBody Asked asked,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && !key.matches(KEY)) {
            throw Problems.failure(
                    HttpStatus.BAD_REQUEST, "Idempotency-Key has 1 to 255 visible ASCII characters without blanks");
        }
        OrderLine line = asked.parsed();
        UrgentAnswer answer = allocateLine.of(new UrgentRequest(line, Client.actor(request), Optional.ofNullable(key)));
        if (answer instanceof Promised promised) {
            return ResponseEntity.created(order(line)).body(Allocated.of(line, promised));
        }
        throw refusal(answer);
    }

    private static URI order(OrderLine line) {
        return URI.create(Page.with("/api/order", "id", line.orderId()));
    }

    private static ErrorResponseException refusal(UrgentAnswer answer) {
        if (answer instanceof OutOfStock none) {
            return conflict(none.reason().name(), Meanings.of(none.reason().name()));
        }
        if (answer instanceof Closed closed) {
            return conflict(
                    closed.how().name(),
                    closed.how() == LineState.CANCELLED
                            ? "the line was cancelled"
                            : "the line has left, and no batch was found for it");
        }
        if (answer instanceof NightUnfinished unfinished) {
            ErrorResponseException locked = Problems.failure(
                    HttpStatus.LOCKED,
                    "%s is unfinished; nothing is allocated at once until it is finished or undone; ask again later"
                            .formatted(unfinished.run().name().title()));
            locked.getHeaders().set(HttpHeaders.RETRY_AFTER, PAUSE);
            return locked;
        }
        return Problems.failure(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "another line was allocated by this Idempotency-Key; nothing was done; send another key");
    }

    private static ErrorResponseException conflict(String reason, String meaning) {
        ErrorResponseException conflict = Problems.failure(HttpStatus.CONFLICT, meaning + "; nothing was stored");
        conflict.getBody().setProperty("reason", reason);
        return conflict;
    }
}
