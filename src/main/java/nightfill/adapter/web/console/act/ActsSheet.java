package nightfill.adapter.web.console.act;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about a run, what cannot, and why not.
 *
 * @param first what a person will most likely want to do; null where nothing needs to be done
 * @param asked what somebody has asked for just now; null where nobody has
 */
public record ActsSheet(
        @Nullable Line first,
        List<Line> possible,
        List<Line> impossible,
        @Nullable AskedSheet asked) {

    /**
     * An act.
     *
     * @param reason why it cannot be done; null where it can
     * @param takes how long, of what goes on with a run; null where that is not known
     */
    public record Line(
            String name,
            String path,
            @Nullable String reason,
            @Nullable String takes) {}
}
