package nightfill.view;

import nightfill.domain.proof.FileState;
import nightfill.view.Mark.Shape;
import nightfill.view.Mark.Tone;

/** Words for what a file is found to be. */
public final class FileWords {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
    private static final int THOUSAND = 1000;

    private FileWords() {}

    public static Mark mark(FileState state) {
        return switch (state) {
            case UNCHANGED -> new Mark("unchanged", Shape.DOT, Tone.GOOD);
            case ALTERED -> new Mark("altered", Shape.TRIANGLE, Tone.BAD);
            case MISSING -> new Mark("missing", Shape.CROSS, Tone.BAD);
            case UNPROVEN -> new Mark("unproven", Shape.QUESTION, Tone.WARNING);
        };
    }

    /** What it means, for whoever sees it for the first time. */
    public static String meaning(FileState state) {
        return switch (state) {
            case UNCHANGED -> "";
            case ALTERED -> "it has another hash than the one on record";
            case MISSING -> "there is no such file, or it is reached through a link, which is not followed";
            case UNPROVEN -> "its hash is only in the manifest, which is missing or altered itself";
        };
    }

    /** {@code 812 bytes}, {@code 47 MB}. */
    public static String size(long bytes) {
        int unit = 0;
        long size = bytes;
        while (size >= 10 * THOUSAND && unit < UNITS.length - 1) {
            size /= THOUSAND;
            unit++;
        }
        return Numbers.grouped(size) + " " + (size == 1 && unit == 0 ? "byte" : UNITS[unit]);
    }
}
