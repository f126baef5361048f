package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nightfill.domain.access.SecretCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setup code lies where only its owner can read it, and not longer than it is valid for anything. */
class FilesystemSetupNoticeTest {

    private static final SecretCode CODE = SecretCode.of(new byte[SecretCode.BYTES]);

    @TempDir
    Path home = Path.of("");

    @Test
    void nobody_else_can_read_it() throws Exception {
        Path file = home.resolve("setup-code");
        Files.writeString(file, "an earlier one that everybody can read");

        new FilesystemSetupNotice(file).show(CODE);

        assertThat(Files.readString(file)).isEqualTo(CODE.shown() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void it_is_gone_once_it_was_withdrawn() throws Exception {
        FilesystemSetupNotice notice = new FilesystemSetupNotice(home.resolve("setup-code"));
        notice.show(CODE);

        notice.withdraw();
        notice.withdraw();

        assertThat(home).isEmptyDirectory();
    }
}
