package nightfill.adapter.files;

import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The modes of a directory by those of its files, which follow the umask: who may read them may enter it. */
public final class DirectoryModes {

    private DirectoryModes() {}

    public static Set<PosixFilePermission> around(PosixFileAttributes file) {
        return PosixFilePermissions.fromString(
                PosixFilePermissions.toString(file.permissions()).replaceAll("(r.).", "$1x"));
    }
}
