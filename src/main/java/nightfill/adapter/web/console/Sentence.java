package nightfill.adapter.web.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nightfill.adapter.web.Moment;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import nightfill.view.NightSentence;
import org.jspecify.annotations.Nullable;

/** A sentence to be read out, around the time that is in it. */
record Sentence(String before, @Nullable Moment at, String after) {

    /** Stands where the time will be; no text has it. */
    private static final String PLACE = "\u0001";

    /** When it came to be so, or about when it will be done; null where that is not known. */
    record Known(@Nullable Instant since, @Nullable Instant ends) {}

    static Sentence of(LocalDate date, NightStatus status, WhatCounts counts, Known known, ZoneId zone) {
        Instant since = known.since();
        Instant ends = known.ends();
        String text = new NightSentence(date, status, counts, since == null ? null : PLACE, ends == null ? null : PLACE)
                .text();
        int place = text.indexOf(PLACE);
        Instant at = status.isUnderWay() ? ends : since;
        return place < 0 || at == null
                ? new Sentence(text, null, "")
                : new Sentence(text.substring(0, place), Moment.ofMinute(at, zone), text.substring(place + 1));
    }
}
