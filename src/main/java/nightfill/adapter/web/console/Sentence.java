package nightfill.adapter.web.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.web.Moment;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import nightfill.view.NightSentence;
import nightfill.view.NightSentence.Ending;
import nightfill.view.Spans;
import org.jspecify.annotations.Nullable;

/** A sentence to be read out, around the times that are in it. */
record Sentence(List<Part> parts) {

    /** Stand where times will be; no text has them. */
    private static final List<String> PLACES = List.of("\u0001", "\u0002", "\u0003");

    /** Some of its words, and the time behind them. */
    record Part(String text, @Nullable Moment at) {}

    /** When it came to be so, and when it will be done; null where that is not known. */
    record Known(@Nullable Instant since, @Nullable Expected ends) {}

    /**
     * When a night will be done.
     *
     * @param usually when its weekday usually is; null where that is not known
     * @param deadline null where none is known
     */
    record Expected(
            Instant about,
            @Nullable Instant usually,
            @Nullable Instant deadline) {

        private Ending words() {
            return new Ending(
                    PLACES.get(1),
                    usually == null ? null : PLACES.get(2),
                    deadline == null ? null : Spans.deadline(about, deadline));
        }
    }

    static Sentence of(String text) {
        return new Sentence(List.of(new Part(text, null)));
    }

    static Sentence of(LocalDate date, NightStatus status, WhatCounts counts, Known known, ZoneId zone) {
        Expected ends = known.ends();
        String text = new NightSentence(
                        date,
                        status,
                        counts,
                        known.since() == null ? null : PLACES.get(0),
                        ends == null ? null : ends.words())
                .text();
        List<@Nullable Instant> moments =
                Arrays.asList(known.since(), ends == null ? null : ends.about(), ends == null ? null : ends.usually());
        return new Sentence(Stream.of(text.split("(?<=[\u0001-\u0003])", -1))
                .filter(piece -> !piece.isEmpty())
                .map(piece -> part(piece, moments, zone))
                .toList());
    }

    private static Part part(String piece, List<@Nullable Instant> moments, ZoneId zone) {
        int last = piece.length() - 1;
        int place = PLACES.indexOf(piece.substring(last));
        @Nullable Instant at = place < 0 ? null : moments.get(place);
        return at == null ? new Part(piece, null) : new Part(piece.substring(0, last), Moment.ofMinute(at, zone));
    }
}
