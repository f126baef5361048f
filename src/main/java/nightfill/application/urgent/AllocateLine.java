package nightfill.application.urgent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.Audited;
import nightfill.application.run.Transactions;
import nightfill.application.urgent.UrgentAnswer.KeyTaken;
import nightfill.application.urgent.UrgentAnswer.NightUnfinished;
import nightfill.application.urgent.UrgentAnswer.OutOfStock;
import nightfill.application.urgent.UrgentAnswer.Promised;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.Decision.Allocated;
import nightfill.domain.allocation.Demand;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;

/**
 * Allocates one line at once, by the same rule as a night: the batch that is preferred of those that can take it whole.
 *
 * @param trail whose entries belong to the same transaction
 */
public record AllocateLine(UrgentLines lines, Transactions transactions, AuditTrail trail) {

    /** As entries of the audit trail have it. */
    public static final String ACT = "allocate at once";

    /** Does it, or not at all; asked again, it answers the same and stores nothing. */
    public UrgentAnswer of(UrgentRequest request) {
        List<UrgentAnswer> answer = new ArrayList<>();
        transactions.inOne(() -> answer.add(answer(request)));
        return answer.get(0);
    }

    private UrgentAnswer answer(UrgentRequest request) {
        Optional<Run> unfinished = lines.unfinished();
        if (unfinished.isPresent()) {
            return new NightUnfinished(unfinished.get());
        }
        if (isKeyOfAnother(request)) {
            return new KeyTaken();
        }
        List<Supply> supplies = lines.supplies(request.line().sku());
        return lines.known(request.line()).orElseGet(() -> decide(request, supplies));
    }

    private boolean isKeyOfAnother(UrgentRequest request) {
        return request.key()
                .flatMap(key -> lines.asked(request.client().name(), key))
                .filter(asked -> !asked.equals(request.line()))
                .isPresent();
    }

    private UrgentAnswer decide(UrgentRequest request, List<Supply> supplies) {
        Decision decision =
                SkuStock.of(supplies).allocate(new Demand(0, request.line().quantity()));
        return decision instanceof Allocated allocated
                ? keep(request, supplies, allocated)
                : new OutOfStock(((Decision.OutOfStock) decision).reason());
    }

    private Promised keep(UrgentRequest request, List<Supply> supplies, Allocated allocated) {
        Supply batch = supplies.stream()
                .filter(supply -> supply.batchId() == allocated.batchId())
                .findFirst()
                .orElseThrow();
        lines.keep(request, batch.reference());
        trail.happened(
                new Request(request.client(), ACT, subject(request.line()), ""),
                Audited.DONE,
                "batch " + batch.reference());
        return new Promised(batch.reference(), batch.eta(), true);
    }

    private static String subject(OrderLine line) {
        return line.lineNumber().isEmpty()
                ? "order " + line.orderId()
                : "order %s line %s".formatted(line.orderId(), line.lineNumber());
    }
}
