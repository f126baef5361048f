package nightfill.domain.feed;

import java.util.List;

/** A column of a CSV file, which may be absent from it. */
public record Column(String name, int place) {

    private static final int ABSENT = -1;

    static Column absent(String name) {
        return new Column(name, ABSENT);
    }

    boolean isPresent() {
        return place != ABSENT;
    }

    /** The column's field in a record, without the spaces and tabs around it; empty where the column is absent. */
    public String of(List<String> fields) {
        return isPresent() ? Fields.trim(fields.get(place)) : "";
    }
}
