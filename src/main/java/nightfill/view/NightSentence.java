package nightfill.view;

import java.time.LocalDate;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import org.jspecify.annotations.Nullable;

/**
 * The one sentence on top of a night, to be read out on the phone.
 *
 * @param since when it came to be so, for people; null where that is not known
 * @param ends about when it will be done, for people; null where that cannot be told
 */
public record NightSentence(
        LocalDate date,
        NightStatus status,
        WhatCounts counts,
        @Nullable String since,
        @Nullable Ending ends) {

    /**
     * When a night will be done.
     *
     * @param usually when its weekday usually is, for people; null where that is not known
     * @param deadline how that is to the deadline; null where none is known
     */
    public record Ending(
            String about,
            @Nullable String usually,
            @Nullable String deadline) {

        private String text() {
            return ", and ends about "
                    + about
                    + (usually == null ? "" : " (usually %s)".formatted(usually))
                    + (deadline == null ? "" : ", " + deadline);
        }
    }

    public String text() {
        return "Night %s %s%s".formatted(date, happened(), consequence());
    }

    private String happened() {
        return switch (status) {
            case RUNNING -> "is running" + ending();
            case STOPPING -> "was asked to stop, and does so at its next commit";
            case SILENT -> "may be running, but gives no sign of life";
            case FINISHED -> "finished" + at();
            case STOPPED -> "was stopped" + at();
            case FAILED -> "failed" + at();
            case REFUSED -> "was refused" + at();
            case UNBALANCED -> "does not balance, and was not finished" + at();
            case KILLED -> "was cut off when its process died" + lastHeard();
            case ABANDONED -> "was abandoned";
            case REPLACED -> "was corrected";
        };
    }

    /** What is under way or finished needs no word on what counts. */
    private String consequence() {
        return switch (status) {
            case RUNNING, STOPPING, FINISHED -> "";
            default -> "; " + StatusWords.counting(counts);
        };
    }

    private String at() {
        return since == null ? "" : " at " + since;
    }

    private String lastHeard() {
        return since == null ? "" : ", last heard of at " + since;
    }

    private String ending() {
        return ends == null ? "" : ends.text();
    }
}
