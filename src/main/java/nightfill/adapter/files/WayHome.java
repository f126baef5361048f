package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;

/**
 * The directories and links that lead root to its home, each of which could lead it elsewhere.
 *
 * @param program without links; who could change what leads there could change the program itself
 */
record WayHome(Path home, Path program) {

    private static final Integer ROOT = 0;
    private static final int STICKY = 0_1000;
    private static final int WRITTEN_BY_OTHERS = 0_022;
    private static final int KIND = 0_170000;
    private static final int DIRECTORY = 0_040000;
    private static final int LINK = 0_120000;
    private static final int PERMISSIONS = 0_7777;

    /** As many as the system itself follows. */
    private static final int MOST_LINKS = 40;

    /**
     * Judges what there is of it; what is missing, nobody else can make below that but where all may.
     *
     * @throws Problem (refused) for what somebody else owns, or could replace what is in
     * @throws IOException also where something is missing
     */
    void require() throws IOException {
        Deque<Path> ahead = new ArrayDeque<>();
        Path at = follow(home.toAbsolutePath(), home, ahead);
        int links = 0;
        judge(at, false);
        while (!ahead.isEmpty()) {
            Path next = at.resolve(ahead.pop()).normalize();
            int mode = judge(next, ahead.isEmpty());
            if ((mode & KIND) != LINK) {
                at = next;
            } else if (++links > MOST_LINKS) {
                throw new FileSystemLoopException(next.toString());
            } else {
                at = follow(Files.readSymbolicLink(next), at, ahead);
            }
        }
    }

    /** Returns where a path sets out, for which the names in it are put ahead. */
    private static Path follow(Path path, Path from, Deque<Path> ahead) {
        List<Path> names = new ArrayList<>();
        path.forEach(names::add);
        Collections.reverse(names);
        names.forEach(ahead::push);
        Path top = path.getRoot();
        return top == null ? from : top;
    }

    /** Returns the mode. The home itself is closed by whoever calls, whatever its mode. */
    private int judge(Path at, boolean last) throws IOException {
        int mode = (int) Files.getAttribute(at, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        if (!last && program.startsWith(at)) {
            return mode;
        }
        if (!ROOT.equals(Files.getAttribute(at, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
            throw foreign(at);
        }
        if (!last && (mode & KIND) == DIRECTORY && (mode & WRITTEN_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
            throw open(at, mode & PERMISSIONS);
        }
        return mode;
    }

    private Problem foreign(Path at) throws IOException {
        String owner = Files.readAttributes(at, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .owner()
                .getName();
        return Problem.refused(
                "%s belongs to %s, and root is not to work in it".formatted(named(at), owner),
                Remedy.mend("run Nightfill as " + owner),
                Act.NAME_HOME);
    }

    private Problem open(Path at, int mode) {
        return Problem.refused(
                "%s can be written by others (mode %04o), and root is not to work in it".formatted(named(at), mode),
                Remedy.mend("take that from them with chmod go-w"),
                Remedy.mend("set its sticky bit with chmod +t"),
                Act.NAME_HOME);
    }

    private String named(Path at) {
        return at.equals(home) ? at.toString() : "%s, on the way to the home %s,".formatted(at, home);
    }
}
