package nightfill.adapter.cli;

import nightfill.application.problem.Problem;
import nightfill.domain.words.Limit;

/** Reads an option that limits how many of some things may be. */
final class LimitOption {

    private LimitOption() {}

    /** @throws Problem (usage) when it is no limit */
    static Limit read(String option, String text, String example) {
        return Limit.parse(text)
                .orElseThrow(() -> Problem.usage("%s is %s, which is neither a number nor a percentage such as %s"
                        .formatted(option, text.isEmpty() ? "empty" : text, example)));
    }
}
