package nightfill.adapter.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import nightfill.application.act.Press;
import nightfill.application.act.Seen;
import nightfill.application.act.Target;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.Act;
import nightfill.domain.access.Actor;

/**
 * What was sent back by the page of an act.
 *
 * @param seen what the page showed
 * @param date typed by hand, where the act needs it
 * @param directory to publish in; may be empty
 */
record ActForm(String seen, String note, String date, String directory) {

    static ActForm in(HttpServletRequest request) {
        return new ActForm(
                typed(request, "seen"),
                typed(request, "note").strip(),
                typed(request, "date").strip(),
                typed(request, "directory"));
    }

    private static String typed(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    Optional<Path> place() {
        try {
            return Optional.of(directory).filter(text -> !text.isEmpty()).map(Path::of);
        } catch (InvalidPathException e) {
            throw Problem.refused("no run is to be published in such a directory");
        }
    }

    /** The same, where nothing is done there: none that can be none is looked at. */
    Optional<Path> placeShown() {
        try {
            return place();
        } catch (Problem impossible) {
            return Optional.empty();
        }
    }

    /** @throws Problem (refused) where something is missing that the act takes */
    Press press(Act act, Actor actor, Target target) {
        Seen shown = Seen.parse(seen)
                .orElseThrow(() -> Problem.refused(
                        "this does not say what you saw when you pressed", Remedy.mend("look below, and press again")));
        if (act.needsNote() && note.isEmpty()) {
            throw Problem.refused("it takes a note", Remedy.mend("say why, for whoever reads the audit trail later"));
        }
        if (act.needsNote() && !date.equals(target.date().toString())) {
            throw Problem.refused(
                    "the date that you typed is not that of the night",
                    Remedy.mend("type %s, if that is the one you mean".formatted(target.date())));
        }
        return new Press(act, actor, shown, note, place());
    }
}
