package nightfill.domain.feed;

import java.util.List;
import nightfill.domain.words.Rules;

/** A column of a CSV file, which may be absent from it. */
public record Column(String name, int place, Rules rules) {

    private static final int ABSENT = -1;

    static Column absent(String name, Rules rules) {
        return new Column(name, ABSENT, rules);
    }

    boolean isPresent() {
        return place != ABSENT;
    }

    /** The column's field in a record, without the white space around it; empty where the column is absent. */
    public String of(List<String> fields) {
        return isPresent() ? Fields.trim(fields.get(place), rules) : "";
    }
}
