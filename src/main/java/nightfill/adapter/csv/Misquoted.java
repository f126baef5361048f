package nightfill.adapter.csv;

import nightfill.domain.feed.Fields;

/** Looks for quotes that were meant to open a field, and do not, because a blank comes before them. */
final class Misquoted {

    private final String record;
    private int place;

    private Misquoted(String record) {
        this.record = record;
    }

    /** The first such field, counted from 1; 0 if there is none. */
    static int field(String record) {
        return record.indexOf('"') < 0 ? 0 : new Misquoted(record).find();
    }

    private int find() {
        for (int field = 1; place < record.length(); field++) {
            int begin = place;
            passBlanks();
            if (at('"') && place > begin) {
                return field;
            }
            if (at('"')) {
                passQuoted();
            }
            passRest();
        }
        return 0;
    }

    private void passBlanks() {
        while (place < record.length() && Fields.isWhiteSpace(record.charAt(place))) {
            place++;
        }
    }

    /** To behind the closing quote: a doubled one within closes and opens again. */
    private void passQuoted() {
        while (at('"')) {
            place = record.indexOf('"', place + 1) + 1;
        }
    }

    private void passRest() {
        int comma = record.indexOf(',', place);
        place = comma < 0 ? record.length() : comma + 1;
    }

    private boolean at(char character) {
        return place < record.length() && record.charAt(place) == character;
    }
}
