package nightfill.application.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightfill.application.figures.Closing;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.run.Run;

/** OUTPUT: the finished runs' reports, each run whole in a directory of its own. */
public interface ReportFolder {

    /** The file that says which database the reports come from. */
    String IDENTITY = ".nightfill-database";

    /** OUTPUT itself. */
    Path place();

    Path directory(Run run);

    /** Which database the reports come from, if there are any. */
    Optional<String> databaseId() throws IOException;

    void setDatabaseId(String databaseId) throws IOException;

    /** Every run whose reports are here, as {@code 2026-11-20/run-1}. */
    List<String> directories() throws IOException;

    /** What the run in a directory says of itself, if its summary is what its manifest says. */
    Optional<Summary> shown(String directory) throws IOException;

    /** The dates that have a directory here, whatever is in it. */
    Set<LocalDate> dates() throws IOException;

    /** SHA-256 of a run's manifest, if its reports are here. */
    Optional<String> manifestSha256(Run run) throws IOException;

    /** SHA-256 of one of a run's reports, if it is there. */
    Optional<String> sha256(Run run, Report report) throws IOException;

    /** Reads back how a run left things. */
    Closing closing(Run run) throws IOException;

    /** Reads back a finished run's summary. */
    Summary summary(Run run) throws IOException;

    /** Opens one of a run's reports, to be read row by row. */
    ReportReader.Rows open(Run run, Report report) throws IOException;

    /** What is wrong with a run's files, going by the manifest beside them; one line each. */
    List<String> differences(Run run) throws IOException;

    /** What programs and systems left among a run's files. */
    List<Path> foreign(Run run) throws IOException;

    /** Begins a run's reports aside, in place of any that an earlier attempt began. */
    Draft draft(Run run) throws IOException;

    /**
     * Removes the reports of a run that was not finished.
     *
     * @return what stays of them, out of their place, for others have put directories there
     */
    List<Path> remove(Run run) throws IOException;

    /** Reports that nobody sees yet; they outlast its closing. */
    interface Draft extends AutoCloseable {

        /** Where they are until they are installed. */
        Path place();

        /** Writes one report, its rows from the source. */
        Written write(Report report, Consumer<Consumer<List<String>>> source) throws IOException;

        /** Begins to read back reports that were written; meanwhile the caller goes on. */
        ReadBack readBack(Set<Report> reports);

        void write(Summary summary) throws IOException;

        void write(DataPackage reports) throws IOException;

        void write(NightPage page) throws IOException;

        /**
         * Adds the manifest, makes all of it durable and puts it in its place at once; what is there already stays.
         *
         * @return the manifest's hash
         * @throws nightfill.application.problem.Problem (refused) naming the first file there that differs
         */
        String install() throws IOException;

        @Override
        void close();
    }

    /** Reports that are being read back. */
    interface ReadBack extends AutoCloseable {

        /** Waits for what is in them. */
        Map<Report, Contents> contents() throws IOException;

        /** Stops reading, and waits until nothing is read any more, whatever became of it. */
        @Override
        void close();
    }
}
