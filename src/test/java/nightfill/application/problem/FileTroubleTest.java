package nightfill.application.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTroubleTest {

    private static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/a"), "/a is missing"),
                Arguments.of(new AccessDeniedException("/a"), "no permission for /a"),
                Arguments.of(new FileAlreadyExistsException("/a"), "/a is in the way"),
                Arguments.of(new DirectoryNotEmptyException("/a"), "/a is not empty"),
                Arguments.of(
                        new FileSystemException("/a", null, "No space left on device"), "/a: No space left on device"),
                Arguments.of(new IOException("disk gone"), "disk gone"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void trouble_with_a_file_is_said_in_words_for_people(IOException trouble, String words) {
        assertThat(FileTrouble.of(trouble)).isEqualTo(words);
    }
}
