package nightfill.application.look;

import java.util.List;
import nightfill.application.look.Names.Kind;
import nightfill.domain.feed.Fields;
import nightfill.domain.words.Identifiers;
import nightfill.domain.words.Rules;

/** Looks up what somebody typed. */
public record LookUp(Names names) {

    /** What has that name. */
    public record Found(String name, List<Kind> kinds) {}

    /** By exact text; only where that finds nothing, without blanks around it. */
    public Found of(String typed) {
        Found exact = exactly(typed);
        return exact.kinds().isEmpty() ? exactly(Fields.trim(typed, Rules.CURRENT)) : exact;
    }

    /** What no feed can bring is not asked for, such as a text with a control character. */
    private Found exactly(String name) {
        return new Found(name, Identifiers.isIdentifier(name) ? names.called(name) : List.of());
    }
}
