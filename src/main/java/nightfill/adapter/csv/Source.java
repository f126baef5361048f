package nightfill.adapter.csv;

import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** The file that is being read, as people know it. */
record Source(String name) {

    Problem refused(long line, String reason, String remedy) {
        return Problem.refused("%s, line %d: %s".formatted(name, line, reason), Remedy.mend(remedy));
    }
}
