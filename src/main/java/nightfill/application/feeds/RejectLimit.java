package nightfill.application.feeds;

import java.util.Optional;

/** How many rejected rows of one feed a night bears: a number, or a percentage of the feed's rows. */
public sealed interface RejectLimit {

    RejectLimit DEFAULT = new Default();

    boolean allows(long rejected, long rows);

    /** Reads {@code 20} or {@code 2%}; empty text means the default; nothing when it is neither. */
    static Optional<RejectLimit> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(DEFAULT);
        }
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(new Count(Integer.parseInt(text)));
        }
        if (text.matches("(100(\\.0{1,3})?|[0-9]{1,2}(\\.[0-9]{1,3})?)%")) {
            return Optional.of(new Percentage(text.substring(0, text.length() - 1)));
        }
        return Optional.empty();
    }

    /** 2 % of the rows, or 20 where that is more. */
    record Default() implements RejectLimit {
        @Override
        public boolean allows(long rejected, long rows) {
            return rejected <= 20 || rejected * 50 <= rows;
        }

        @Override
        public String toString() {
            return "2 % of the rows, or 20 where that is more";
        }
    }

    record Count(int most) implements RejectLimit {
        @Override
        public boolean allows(long rejected, long rows) {
            return rejected <= most;
        }

        @Override
        public String toString() {
            return Integer.toString(most);
        }
    }

    record Percentage(String percent) implements RejectLimit {
        @Override
        public boolean allows(long rejected, long rows) {
            return rejected * 100_000 <= thousandths() * rows;
        }

        /** Whole, for in binary fractions 9 of 100,000 rows are more than 0.009 %. */
        private long thousandths() {
            return Math.round(1000 * Double.parseDouble(percent));
        }

        @Override
        public String toString() {
            return percent + " % of the rows";
        }
    }
}
