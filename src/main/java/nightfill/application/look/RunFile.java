package nightfill.application.look;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.report.Report;
import nightfill.domain.proof.Manifest;

/**
 * A file that each finished run has in OUTPUT; there are no others.
 *
 * @param what its rows, or it itself, is about
 */
public record RunFile(String name, String what) {

    /** The one for people. */
    public static final RunFile PAGE = new RunFile("report.html", "The night on one page");

    /** The one that has the hashes of all others. */
    public static final RunFile MANIFEST = new RunFile(Manifest.NAME, "SHA-256 of all other files");

    /** In the sequence in which they are shown. */
    public static final List<RunFile> ALL = Stream.concat(
                    Stream.concat(
                            Stream.of(PAGE),
                            Arrays.stream(Report.values())
                                    .map(report -> new RunFile(report.fileName(), report.title()))),
                    Stream.of(
                            new RunFile("summary.json", "The figures of the night, for programs"),
                            new RunFile("datapackage.json", "Columns and types of the reports, for programs"),
                            MANIFEST))
            .toList();

    /** The one of exactly that name. */
    public static Optional<RunFile> named(String name) {
        return ALL.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
