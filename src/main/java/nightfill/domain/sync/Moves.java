package nightfill.domain.sync;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which file of the destination goes where: each leaves at most once, and to each place goes at most one. */
final class Moves {

    private final Map<String, String> origins = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    /** Where the file for this place comes from; nowhere if it is to be copied. */
    @Nullable
    String originOf(String place) {
        return origins.get(place);
    }

    /** Where the file goes that is here; nowhere if it is not moved. */
    @Nullable
    String placeOf(String origin) {
        return places.get(origin);
    }

    /** Lets a file that is not moved yet, or none, go to the place instead of the one that did. */
    void assign(String place, @Nullable String origin) {
        String former = origins.remove(place);
        if (former != null) {
            places.remove(former);
        }
        if (origin != null) {
            origins.put(place, origin);
            places.put(origin, place);
        }
    }

    /** Lets each of two places have what the other one would have got. */
    void exchange(String place, String other) {
        String origin = originOf(place);
        String otherOrigin = originOf(other);
        assign(place, null);
        assign(other, origin);
        assign(place, otherOrigin);
    }
}
