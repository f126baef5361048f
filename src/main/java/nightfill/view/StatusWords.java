package nightfill.view;

import nightfill.domain.run.Run;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import nightfill.view.Mark.Shape;
import nightfill.view.Mark.Tone;

/** How each status of a night is said. */
public final class StatusWords {

    /** A date for which nothing was ever run. */
    public static final Mark MISSING = new Mark("missing", Shape.DASH, Tone.QUIET);

    private StatusWords() {}

    public static Mark mark(NightStatus status) {
        return switch (status) {
            case RUNNING -> new Mark("running", Shape.RING, Tone.ACTIVE);
            case STOPPING -> new Mark("stopping", Shape.HALF, Tone.ACTIVE);
            case SILENT -> new Mark("silent", Shape.QUESTION, Tone.WARNING);
            case FINISHED -> new Mark("finished", Shape.DOT, Tone.GOOD);
            case STOPPED -> new Mark("stopped", Shape.SQUARE, Tone.WARNING);
            case FAILED -> new Mark("failed", Shape.TRIANGLE, Tone.BAD);
            case REFUSED -> new Mark("refused", Shape.DIAMOND, Tone.BAD);
            case UNBALANCED -> new Mark("out of balance", Shape.UNEQUAL, Tone.BAD);
            case KILLED -> new Mark("killed", Shape.CROSS, Tone.BAD);
            case ABANDONED -> new Mark("abandoned", Shape.SLASH, Tone.QUIET);
            case REPLACED -> new Mark("replaced", Shape.ARROW, Tone.QUIET);
        };
    }

    /** What it means, for whoever sees it for the first time. */
    public static String meaning(NightStatus status) {
        return switch (status) {
            case RUNNING -> "its process is at work";
            case STOPPING -> "it was asked to stop, and does so at its next commit";
            case SILENT -> "it may be running, but its process has given no sign of life for too long to be sure";
            case FINISHED -> "it is complete: its books balance, and its reports are installed";
            case STOPPED -> "somebody stopped it; it can go on where it stopped";
            case FAILED -> "something kept it from being finished that may pass";
            case REFUSED -> "its feeds are not fit to be taken; somebody has to decide";
            case UNBALANCED -> "its books do not balance, so its reports were not installed";
            case KILLED -> "its process died before it could say why: killed, out of memory, or the machine went down";
            case ABANDONED -> "it was undone whole, as if it had never been";
            case REPLACED -> "a correction is current instead";
        };
    }

    /** Why an attempt is as it is: what was noted, or what can be said where its process could note nothing. */
    public static String reason(NightStatus status, String noted) {
        return status.isTrouble() ? explained(status, noted) : noted;
    }

    /** What was noted of an attempt, or else what its status means. */
    public static String explained(NightStatus status, String noted) {
        return noted.isEmpty() ? meaning(status) : noted;
    }

    /** What to do about it; empty where there is nothing to do. */
    public static String advice(NightStatus status) {
        return switch (status) {
            case RUNNING, FINISHED, ABANDONED, REPLACED -> "";
            case STOPPING -> "wait for it to stop";
            case SILENT -> "look at its host; if its process is gone, take over";
            case STOPPED -> "run it again, and it goes on";
            case FAILED -> "mend the cause if it does not pass by itself, then run it again, and it goes on";
            case REFUSED ->
                "have the feeds corrected, then run its date again; or, if they are right as they are, take them with the option that the reason names (here, too, but for the limit of rejected rows)";
            case UNBALANCED -> "do not run it again; call those who look after Nightfill";
            case KILLED -> "run it again, and it goes on";
        };
    }

    /** Whether a directory has a run that it is meant to have. */
    public static Mark published(boolean there) {
        return there ? new Mark("there", Shape.DOT, Tone.GOOD) : new Mark("owed", Shape.SQUARE, Tone.WARNING);
    }

    /** What became of a run that its date is not shown by, or not yet. */
    public static String became(Run.State state) {
        return switch (state) {
            case LOADING, ALLOCATING -> "not finished";
            case FINISHED -> "finished";
            case REPLACED -> "replaced";
            case ABANDONED -> "abandoned";
            case DISCARDED -> "refused or started over; it never counted";
        };
    }

    /** What of a run counts in the data, as a clause. */
    public static String counting(WhatCounts counts) {
        return switch (counts) {
            case NOTHING -> "its data do not count yet";
            case BEGUN -> "its feeds count, so it must be finished or abandoned, and other dates wait";
            case ALL -> "its data count";
            case REPLACED -> "the data of its correction count instead";
            case UNDONE -> "its data do not count";
        };
    }
}
