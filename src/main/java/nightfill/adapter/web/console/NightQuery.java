package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.watch.NightFilter;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.words.Dates;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/** Which nights an address asks for, as it was typed: the same address shows the same nights to everybody. */
record NightQuery(String from, String to, String state, String reason, String before) {

    /** A state that can be asked for. */
    record Option(String value, String word, boolean chosen) {}

    static NightQuery of(HttpServletRequest request) {
        return new NightQuery(
                typed(request, "from"),
                typed(request, "to"),
                typed(request, "state"),
                typed(request, "reason"),
                typed(request, "before"));
    }

    private static String typed(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    NightFilter filter() {
        return new NightFilter(status(), date(from), date(to), reason);
    }

    /** Null for the newest. */
    @Nullable
    LocalDate beforeDate() {
        return date(before);
    }

    /** Whether it asks for less than all. */
    public boolean isSet() {
        return Stream.of(from, to, state, reason).anyMatch(typed -> !typed.isEmpty());
    }

    /** Whether it asks for the newest of all, as whoever just comes in does. */
    boolean isPlain() {
        return !isSet() && beforeDate() == null;
    }

    /** What of it makes no sense; null where all does. */
    public @Nullable String problem() {
        if (!state.isEmpty() && status() == null) {
            return "\u201c%s\u201d is no state of a night, so all are shown.".formatted(state);
        }
        return Stream.of(from, to)
                .filter(typed -> !typed.isEmpty() && date(typed) == null)
                .map("\u201c%s\u201d is no date such as 2026-11-20, so it limits nothing."::formatted)
                .findFirst()
                .orElse(null);
    }

    public List<Option> states() {
        return Stream.of(NightStatus.values())
                .map(status -> new Option(
                        value(status),
                        StatusWords.mark(status).word(),
                        value(status).equals(state)))
                .toList();
    }

    /** The address of the nights of this query before a date. */
    String older(LocalDate date) {
        return "/?"
                + Stream.of(
                                List.of("from", from),
                                List.of("to", to),
                                List.of("state", state),
                                List.of("reason", reason),
                                List.of("before", date.toString()))
                        .filter(parameter -> !parameter.get(1).isEmpty())
                        .map(parameter ->
                                parameter.get(0) + "=" + URLEncoder.encode(parameter.get(1), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private @Nullable NightStatus status() {
        return Stream.of(NightStatus.values())
                .filter(status -> value(status).equals(state))
                .findFirst()
                .orElse(null);
    }

    private static String value(NightStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable LocalDate date(String typed) {
        return Dates.parse(typed).orElse(null);
    }
}
