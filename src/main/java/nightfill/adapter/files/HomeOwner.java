package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;

/** Keeps root out of homes of others, who could lead to any place what it writes there. */
public final class HomeOwner {

    private static final Integer ROOT = 0;

    private HomeOwner() {}

    /** @throws Problem (refused) where this process is root's, and the home is not */
    static void require(Path home) {
        try {
            if (weAreRoot() && Files.exists(home) && !isOfRoot(home)) {
                throw foreign(home);
            }
        } catch (IOException e) {
            // whoever needs the home tells what is wrong with it
        }
    }

    /** Whether this process is root's. */
    public static boolean weAreRoot() throws IOException {
        return Files.readString(Path.of("/proc/self/status")).contains("\nUid:\t0\t");
    }

    static boolean isOfRoot(Path path) throws IOException {
        return ROOT.equals(Files.getAttribute(path, "unix:uid"));
    }

    private static Problem foreign(Path home) throws IOException {
        String owner =
                Files.readAttributes(home, PosixFileAttributes.class).owner().getName();
        return Problem.refused(
                "%s belongs to %s, and root is not to work in it".formatted(home, owner),
                Remedy.mend("run Nightfill as " + owner),
                Act.NAME_HOME);
    }
}
