package nightfill.application.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.replay.Entry.Effect;
import nightfill.application.replay.PastNights.Deed;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;

/** What the replayed night did, told as the data tell it. */
final class Deeds {

    private final NightAgain night;
    private final List<BookedLine> lines;

    Deeds(NightAgain night) {
        this.night = night;
        this.lines = night.books().lines(line -> true);
    }

    Stream<List<String>> of(Deed deed) {
        return switch (deed) {
            case LOADED -> lines.stream().filter(line -> line.loaded).map(line -> values(line.turn(), values(line)));
            case CANCELLED -> lines.stream().filter(line -> line.cancelled).map(Deeds::values);
            case DISPATCHED -> lines.stream().filter(line -> line.dispatched).map(line -> values(line, line.batch));
            case RELEASED ->
                lines.stream()
                        .filter(line -> line.lost != null)
                        .map(line -> with(values(line, line.lost), line.cause()));
            case ALLOCATED -> lines.stream().filter(line -> line.allocated).map(line -> values(line, line.batch));
            case LEFT_OPEN ->
                lines.stream()
                        .filter(line -> line.reason != null)
                        .map(line -> with(values(line), String.valueOf(line.reason)));
            case MADE_KNOWN -> night.purchasing().added().stream().map(batch -> List.of(batch.reference, batch.sku));
            case TOLD ->
                night.purchasing().told().stream()
                        .map(batch -> List.of(batch.reference, String.valueOf(batch.purchased), text(batch.eta)));
            case UNCHANGED -> night.purchasing().unchanged().stream().map(batch -> List.of(batch.reference));
            case REJECTED -> night.sheets().all().flatMap(Deeds::rejected);
            case COUNTED -> night.sheets().all().map(Deeds::counted);
            case REJECTS_TOLD -> Stream.of();
        };
    }

    private static Stream<List<String>> rejected(Sheet sheet) {
        return sheet.entries().stream()
                .filter(entry -> entry.effect() == Effect.REJECTED)
                .map(entry -> List.of(
                        sheet.feed().fileName(),
                        String.valueOf(entry.number()),
                        entry.reason(),
                        Visible.text(entry.raw())));
    }

    private static List<String> counted(Sheet sheet) {
        List<String> counted = new ArrayList<>(
                List.of(sheet.feed().fileName(), String.valueOf(sheet.entries().size())));
        Arrays.stream(Effect.values()).forEach(effect -> counted.add(String.valueOf(sheet.count(effect))));
        return counted;
    }

    private static List<String> values(long turn, List<String> line) {
        List<String> values = new ArrayList<>(List.of(String.valueOf(turn)));
        values.addAll(line);
        return values;
    }

    static List<String> values(BookedLine booked) {
        OrderLine line = booked.line.line();
        return List.of(line.orderId(), line.lineNumber(), line.sku(), String.valueOf(line.quantity()));
    }

    static List<String> values(BookedLine line, @Nullable BookedBatch batch) {
        return with(values(line), batch == null ? "" : batch.reference);
    }

    static List<String> with(List<String> values, String... more) {
        List<String> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
