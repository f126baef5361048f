package nightfill.domain.feed;

import java.util.List;

/** A column of a CSV file, which may be absent from it. */
public final class Column {

    private static final int ABSENT = -1;

    private final String name;
    private final int place;

    Column(String name, int place) {
        this.name = name;
        this.place = place;
    }

    static Column absent(String name) {
        return new Column(name, ABSENT);
    }

    String name() {
        return name;
    }

    boolean isPresent() {
        return place != ABSENT;
    }

    /** The column's field in a record, without the spaces and tabs around it; empty where the column is absent. */
    public String of(List<String> fields) {
        return isPresent() ? Fields.trim(fields.get(place)) : "";
    }
}
