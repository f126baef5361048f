package nightfill.application.access;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.ProblemWording;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AuditEntry.Request;

/** Lets work be done between two entries of the audit trail: if the process dies meanwhile, the second one is missing. */
public record Audited(AuditTrail trail, ProblemWording wording) {

    /** The outcome of what ended well; all others are called as the kind of their problem. */
    public static final String DONE = "DONE";

    /** How many characters a note may have. */
    public static final int LONGEST_NOTE = 2000;

    /**
     * Notes the request, unless somebody else has noted it already.
     *
     * @param noted the entry of whoever has
     * @throws Problem (usage) when that entry is none, or has its outcome already; or the note is too long
     */
    public Asked ask(Request request, Optional<Long> noted) {
        if (request.note().length() > LONGEST_NOTE) {
            throw Problem.usage(
                    "the note is longer than %,d characters".formatted(LONGEST_NOTE), Remedy.mend("say it shorter"));
        }
        noted.ifPresent(this::requireOpen);
        return new Asked(
                noted.orElseGet(() -> trail.asked(request.actor(), request.act(), request.subject(), request.note())));
    }

    private void requireOpen(long noted) {
        if (!trail.isOpen(noted)) {
            throw Problem.usage(
                    "entry %d of the audit trail is no request that still waits for its outcome".formatted(noted),
                    Remedy.mend("name one that does, or none"));
        }
    }

    /**
     * Works, and notes what came of it, which never makes the work fail.
     *
     * @param work returns what came of it, in a line
     * @param unnoted is told why the outcome could not be noted
     */
    public void work(Asked asked, Supplier<String> work, Consumer<RuntimeException> unnoted) {
        String message;
        try {
            message = work.get();
        } catch (Problem problem) {
            note(asked, problem.kind().name(), wording.line(problem), unnoted);
            throw problem;
        } catch (RuntimeException | Error e) {
            note(asked, Kind.FAILED.name(), "unexpected: " + e, unnoted);
            throw e;
        }
        note(asked, DONE, message, unnoted);
    }

    private void note(Asked asked, String outcome, String message, Consumer<RuntimeException> unnoted) {
        try {
            trail.cameOut(asked.id, outcome, asked.about(message));
        } catch (RuntimeException e) {
            unnoted.accept(e);
        }
    }

    /** The entry of a request, and what the work turns out to concern. */
    public static final class Asked {

        private final long id;
        private final Set<String> concerned = new LinkedHashSet<>();

        public Asked(long id) {
            this.id = id;
        }

        public long id() {
            return id;
        }

        /** Names something that is worked on: the outcome says so. */
        public void concerns(String what) {
            concerned.add(what);
        }

        private String about(String message) {
            String line = message.lines().findFirst().orElse("");
            String unsaid = String.join(
                    ", ",
                    concerned.stream().filter(what -> !line.contains(what)).toList());
            return unsaid.isEmpty() ? line : unsaid + ": " + line;
        }
    }
}
