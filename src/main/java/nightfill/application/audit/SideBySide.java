package nightfill.application.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.problem.FileTrouble;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportReader;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Compares a report with the rows that it should have, row by row, without holding either as a whole. */
public final class SideBySide {

    private final ReportReader.Rows written;
    private final String source;
    private long row;
    private @Nullable String difference;

    private SideBySide(ReportReader.Rows written, String source) {
        this.written = written;
        this.source = source;
    }

    /**
     * The first difference on one line, or nothing.
     *
     * @param expected gives the rows that the report should have
     * @param source who gives them, for people, as in {@code the data say}
     */
    public static List<String> compare(
            ReportFolder folder, Run run, Report report, Consumer<Consumer<List<String>>> expected, String source) {
        Path file = folder.directory(run).resolve(report.fileName());
        try (ReportReader.Rows rows = folder.open(run, report)) {
            SideBySide sides = new SideBySide(rows, source);
            expected.accept(sides::expect);
            return sides.difference().map(difference -> file + ": " + difference).stream()
                    .toList();
        } catch (IOException e) {
            return List.of(unreadable(file, e));
        } catch (UncheckedIOException e) {
            return List.of(unreadable(file, Objects.requireNonNull(e.getCause(), e::getMessage)));
        }
    }

    private static String unreadable(Path file, IOException e) {
        return file + ": cannot be read: " + FileTrouble.of(e);
    }

    private void expect(List<String> expected) {
        row++;
        if (difference == null) {
            List<String> found = next();
            if (!expected.equals(found)) {
                difference = "row %d is %s, %s %s".formatted(row, text(found), source, text(expected));
            }
        }
    }

    private Optional<String> difference() {
        if (difference == null) {
            row++;
            List<String> found = next();
            if (found != null) {
                difference = "row %d is %s, %s none".formatted(row, text(found), source);
            }
        }
        return Optional.ofNullable(difference);
    }

    private @Nullable List<String> next() {
        try {
            return written.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable List<String> values) {
        return values == null ? "absent" : String.join(",", values);
    }
}
