package nightfill.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

/** What a call must come to: reports by file name and numbers by their path in the summary, both empty unless finished. */
public record Run(
        Outcome outcome, LocalDate date, int number, Map<String, String> reports, SortedMap<String, Long> counts) {

    /** How a call ends. */
    public enum Outcome {
        /** Exit 0, with reports. */
        FINISHED,
        /** Exit 7, nothing changed. */
        NOT_READY,
        /** Exit 3, nothing changed. */
        REFUSED,
        /** Exit 0: the date is finished, the feeds are those of its standing run. */
        UNCHANGED,
        /** Exit 5: the date is finished, the feeds are others. */
        CHANGED
    }

    /** Whether there are reports to compare. */
    public boolean finished() {
        return outcome == Outcome.FINISHED;
    }

    /** A report as it must be compared: the rejects without the column of free text, all others whole. */
    public String comparable(String report) {
        return comparable(report, reports.getOrDefault(report, ""));
    }

    /** The same for a report that somebody else wrote; quoted alike, so that only contents differ. */
    public static String comparable(String report, String text) {
        return Csv.without(report.equals("rejects.csv") ? "detail" : "", text);
    }
}
