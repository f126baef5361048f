package nightfill.domain.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nightfill.domain.words.Rules;

/** What the header of a CSV file says: where each column is, or why it cannot be accepted. */
public sealed interface Header {

    /** Reads header names in any case and order; unknown ones are columns that nobody reads. */
    static Header of(List<String> names, List<String> required, List<String> optional, Rules rules) {
        Map<String, Integer> places = new HashMap<>();
        List<String> unread = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            String name = Fields.trim(names.get(place), rules).toLowerCase(Locale.ROOT);
            boolean read = required.contains(name) || optional.contains(name);
            boolean twice = places.put(name, place) != null && !name.isEmpty();
            if (twice && (read || !rules.have(Rules.TWO))) {
                return new Fault("the header names the column " + KnownNames.shown(List.of(name)) + " twice");
            }
            if (!read) {
                unread.add(name);
            }
        }
        return places.keySet().containsAll(required)
                ? new Columns(places, names.size(), unread, rules)
                : missing(names, required, places);
    }

    private static Fault missing(List<String> names, List<String> required, Map<String, Integer> places) {
        List<String> absent =
                required.stream().filter(name -> !places.containsKey(name)).toList();
        String shown = KnownNames.shown(names);
        return new Fault("the header lacks the column " + String.join(", ", absent)
                + (shown.equals(KnownNames.OTHERS) ? ", and names none that is known" : "; it reads: " + shown));
    }

    /**
     * An accepted header.
     *
     * @param places counted from 0, by the column's name in lower case
     * @param count the number of fields that every record must have
     * @param unread names of the columns that nobody reads, in lower case
     * @param rules by which its records are read
     */
    record Columns(Map<String, Integer> places, int count, List<String> unread, Rules rules) implements Header {

        public Columns {
            places = Map.copyOf(places);
            unread = List.copyOf(unread);
        }

        public boolean has(String name) {
            return places.containsKey(name);
        }

        public Column column(String name) {
            Integer place = places.get(name);
            return place == null ? Column.absent(name, rules) : new Column(name, place, rules);
        }
    }

    /** A header that is not accepted; {@code reason} is for people. */
    record Fault(String reason) implements Header {}
}
