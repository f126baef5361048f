package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** Where a path leads, whatever links are on the way. */
public final class RealPath {

    private RealPath() {}

    /**
     * The real path of what is there, or will be.
     *
     * @throws Problem (refused) for a link that leads nowhere
     */
    public static Path of(Path path) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        if (Files.isSymbolicLink(path)) {
            throw Problem.refused("%s is a link that leads nowhere".formatted(path), Remedy.mend("name another place"));
        }
        Path parent = path.getParent();
        return parent == null ? path : of(parent).resolve(path.getFileName()).normalize();
    }

    /** Whether a real path is another one or lies within it; a directory may be mounted, and so be reached, twice. */
    public static boolean isWithin(Path inner, Path outer) throws IOException {
        for (Path at = inner; at != null; at = at.getParent()) {
            if (at.equals(outer) || isSame(at, outer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }
}
