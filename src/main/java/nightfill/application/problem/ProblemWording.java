package nightfill.application.problem;

/** Words problems for those who use a driver. */
@FunctionalInterface
public interface ProblemWording {

    /** One line: what is wrong, where, and what to do. */
    String line(Problem problem);
}
