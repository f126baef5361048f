package nightfill.application.sync;

import java.util.Optional;

/** How many files of the destination a sync may delete: a number, or a percentage of those that are there. */
public sealed interface DeleteLimit {

    DeleteLimit DEFAULT = new Percentage(50);
    DeleteLimit NONE = new Percentage(100);

    boolean allows(long deleted, long files);

    /** Reads {@code 20} or {@code 2%}; nothing when it is neither. */
    static Optional<DeleteLimit> parse(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(new Count(Integer.parseInt(text)));
        }
        if (text.matches("(100|[0-9]{1,2})%")) {
            return Optional.of(new Percentage(Integer.parseInt(text.substring(0, text.length() - 1))));
        }
        return Optional.empty();
    }

    record Count(int most) implements DeleteLimit {
        @Override
        public boolean allows(long deleted, long files) {
            return deleted <= most;
        }

        @Override
        public String toString() {
            return Integer.toString(most);
        }
    }

    record Percentage(int percent) implements DeleteLimit {
        @Override
        public boolean allows(long deleted, long files) {
            return deleted * 100 <= files * percent;
        }

        @Override
        public String toString() {
            return percent + " %";
        }
    }
}
