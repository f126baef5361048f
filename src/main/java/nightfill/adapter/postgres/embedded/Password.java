package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import nightfill.adapter.files.Durable;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** The server's only password, in a file that only its owner can read. */
final class Password {

    private static final int BYTES = 24;

    private Password() {}

    static String read(Layout layout) throws IOException {
        if (!Files.exists(layout.password())) {
            throw Problem.refused(
                    "%s is missing, and without it %s cannot be opened".formatted(layout.password(), layout.data()),
                    Remedy.mend("restore it from a backup"));
        }
        return Files.readString(layout.password()).strip();
    }

    static void create(Layout layout) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path unfinished = layout.unfinished(layout.password());
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        Durable.sync(unfinished);
        Durable.rename(unfinished, layout.password());
    }
}
