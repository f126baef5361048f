package nightfill.application.night;

import java.io.IOException;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.StopToken;
import nightfill.application.run.RunLock;

/** Works under the run lock, and says of what fails whether the lock was lost or the night was stopped. */
public record WorkUnderLock(RunLock lock) {

    /** What is done under the run lock. */
    public interface Work<T> {

        T run() throws IOException;
    }

    /**
     * Takes the lock, works, and lets go of it.
     *
     * @throws Problem of the kind of whatever kept the work from being done
     */
    public <T> T run(NightRequest request, StopToken stop, Work<T> work) {
        try (RunLock.Held held = request.attempt().takeOver() ? lock.takeOver() : lock.acquire()) {
            return run(stop, work, held);
        } catch (RuntimeException e) {
            throw stop.isBrokenOff() && mayPass(e) ? stopped(request, e) : e;
        } catch (IOException e) {
            throw Problem.failed("%s cannot be read".formatted(request.output()), e);
        }
    }

    /** What fails without the lock fails for want of it. */
    private static <T> T run(StopToken stop, Work<T> work, RunLock.Held held) throws IOException {
        try {
            return work.run();
        } catch (RuntimeException e) {
            if (!stop.isBrokenOff() && mayPass(e)) {
                requireKept(held, e);
            }
            throw e;
        }
    }

    private static boolean mayPass(RuntimeException failure) {
        return !(failure instanceof Problem problem) || problem.kind() == Kind.FAILED;
    }

    private static Problem stopped(NightRequest request, RuntimeException cause) {
        return new Problem(Kind.STOPPED, "the night of %s was stopped".formatted(request.date()), cause, Act.CONTINUE);
    }

    private static void requireKept(RunLock.Held held, RuntimeException failure) {
        try {
            held.requireKept();
        } catch (Problem loss) {
            loss.addSuppressed(failure);
            throw loss;
        }
    }
}
