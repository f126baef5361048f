package nightfill.harness;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.asm.ClassReader;

/** The texts in a class file, also the pieces that are put together at run time. */
public final class ClassTexts {

    /** The tag of such a constant. */
    private static final int STRING = 8;

    private ClassTexts() {}

    public static List<String> of(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return of(new ClassReader(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> of(ClassReader constants) {
        char[] buffer = new char[constants.getMaxStringLength()];
        return IntStream.range(1, constants.getItemCount())
                .map(constants::getItem)
                .filter(place -> place > 0 && constants.readByte(place - 1) == STRING)
                .mapToObj(place -> constants.readUTF8(place, buffer))
                .toList();
    }
}
