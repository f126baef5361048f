package nightfill.application.watch;

import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.Audited;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.problem.Remedy;
import nightfill.application.watch.NeedsAttention.Trouble;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.run.RunName;

/** Lets a person sign a note about a night in trouble, which then needs no attention until it is attempted again. */
public record SignNote(NeedsAttention attention, AuditTrail trail, ProblemWording wording) {

    /**
     * What somebody has seen, and says about it.
     *
     * @param attempt the last one that was shown; 0 where there was none
     */
    public record Note(RunName run, long attempt, String text) {}

    /** The trouble of a run, if it still needs attention. */
    public Optional<Trouble> trouble(RunName run) {
        return attention.find().troubles().stream()
                .filter(trouble -> trouble.run().name().equals(run))
                .findFirst();
    }

    /**
     * Signs it.
     *
     * @param unnoted is told why the outcome could not be noted
     * @throws Problem (usage) without a text; (refused) when there is no such trouble any more
     */
    public void sign(Note note, Actor actor, Consumer<RuntimeException> unnoted) {
        if (note.text().isBlank()) {
            throw Problem.usage("a note is empty", Remedy.mend("say what was found, and what is done about it"));
        }
        if (trouble(note.run())
                .filter(found -> found.attemptId() == note.attempt())
                .isEmpty()) {
            throw Problem.refused(
                    "%s has changed since it was shown".formatted(note.run().title()),
                    Remedy.mend("look at it again, then sign what is true of it now"));
        }
        Audited audited = new Audited(trail, wording);
        Request request = new Request(
                actor, NeedsAttention.NOTE, note.run().title(), note.text().strip());
        audited.work(
                audited.ask(request, Optional.empty()),
                () -> note.run().title() + " needs no attention until it is attempted again",
                unnoted);
    }
}
