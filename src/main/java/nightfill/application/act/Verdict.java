package nightfill.application.act;

import java.util.List;

/** Whether something can be done to a night as it is now. */
public sealed interface Verdict {

    /**
     * It can.
     *
     * @param effects what it will do, in that order
     * @param untouched what it will leave as it is
     */
    record Possible(List<String> effects, List<String> untouched) implements Verdict {}

    /** It cannot, or would be wrong, for a reason that fits behind "because". */
    record Impossible(String reason) implements Verdict {}
}
