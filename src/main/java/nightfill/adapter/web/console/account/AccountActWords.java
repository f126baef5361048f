package nightfill.adapter.web.console.account;

import java.time.ZoneId;
import nightfill.application.access.Account;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.ProblemWording;
import org.springframework.http.HttpStatus;

/** Says what came of an act on an account, or why nothing did. */
public record AccountActWords(LastChange lastChange, ProblemWording problems, ZoneId zone) {

    /** {@code bob (operator) is active}. */
    String line(Account account) {
        return "%s (%s) is %s".formatted(account.name(), account.role().title(), AccountLine.state(account, zone));
    }

    /** What the person is told afterwards. */
    String message(String title, AccountAct.Done done) {
        String line = "Done: %s. %s now.".formatted(title, line(done.account()));
        return done.code().isEmpty()
                ? line
                : line + " Hand this invitation code over; it is shown this once, and is typed on the page Join:";
    }

    /** A refusal in words; of an account that was changed meanwhile, by whom and how. */
    String refusal(Problem problem, Account now) {
        return isConflict(problem)
                ? "%s was changed since you looked%s. %s now. Nothing was done: look again before you press."
                        .formatted(
                                now.name(),
                                lastChange
                                        .of(now.name())
                                        .map(how -> " (" + how + ")")
                                        .orElse(""),
                                line(now))
                : "Nothing was done: " + problems.line(problem) + ".";
    }

    private static boolean isConflict(Problem problem) {
        return problem.kind() == Kind.BUSY;
    }

    /** @throws Problem itself, where nobody has refused anything and the console has failed */
    static HttpStatus status(Problem problem) {
        if (problem.kind() == Kind.FAILED) {
            throw problem;
        }
        return isConflict(problem) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
