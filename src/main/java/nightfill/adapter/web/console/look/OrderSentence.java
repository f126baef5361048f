package nightfill.adapter.web.console.look;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightfill.application.look.OrderRecords.Line;
import nightfill.domain.night.LineState;
import nightfill.view.LineWords;
import nightfill.view.Numbers;

/** How an order stands, to be read out. */
final class OrderSentence {

    private OrderSentence() {}

    /** Of an order that has more lines than are on its page, only that. */
    static String of(List<Line> lines, boolean later) {
        if (lines.isEmpty()) {
            return "None of its lines counts: the runs that loaded them were undone";
        }
        return later || lines.size() > Paged.SIZE
                ? "It has more than %d lines".formatted(Paged.SIZE)
                : "%s: %s".formatted(Numbers.count(lines.size(), "line"), counts(lines));
    }

    private static String counts(List<Line> lines) {
        Map<LineState, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(
                        Line::status, () -> new EnumMap<>(LineState.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> clause(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String clause(LineState status, long lines) {
        String word = LineWords.mark(status).word();
        return switch (status) {
            case OPEN -> Numbers.grouped(lines) + (lines == 1 ? " waits" : " wait");
            case LEFT -> Numbers.grouped(lines) + " " + word;
            default -> "%s %s %s".formatted(Numbers.grouped(lines), lines == 1 ? "is" : "are", word);
        };
    }
}
