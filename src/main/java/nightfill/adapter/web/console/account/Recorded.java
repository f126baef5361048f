package nightfill.adapter.web.console.account;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import nightfill.application.access.Audited;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Has what people do about accounts done between two entries of the audit trail. */
public record Recorded(Audited audited) {

    /**
     * Works, if it can be noted that somebody asks for it.
     *
     * @param subject the account that it is about
     * @param line says what came of it
     */
    <T> T work(Actor actor, String act, String subject, Supplier<T> work, Function<T, String> line) {
        Audited.Asked asked = audited.ask(new Request(actor, act, subject, ""), Optional.empty());
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        audited.work(
                asked,
                () -> {
                    T done = work.get();
                    result.set(done);
                    return line.apply(done);
                },
                unnoted -> LoggerFactory.getLogger(Recorded.class)
                        .warn("the audit trail does not say what came of entry {}", asked.id(), unnoted));
        return Optional.ofNullable(result.get()).orElseThrow();
    }
}
