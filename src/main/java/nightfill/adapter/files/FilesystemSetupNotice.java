package nightfill.adapter.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nightfill.application.access.SetupNotice;
import nightfill.domain.access.SecretCode;
import org.slf4j.LoggerFactory;

/** The setup code in a file of the home that its owner alone can read, until it is used. */
public record FilesystemSetupNotice(Path file) implements SetupNotice {

    @Override
    public void show(SecretCode code) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, code.shown() + "\n", StandardCharsets.US_ASCII);
    }

    @Override
    public void withdraw() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(FilesystemSetupNotice.class)
                    .warn("{} holds a setup code that is used; delete it", file, e);
        }
    }
}
