package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.DirectoryModes;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.application.problem.StopToken;
import nightfill.application.report.Contents;
import nightfill.application.report.DataPackage;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder.Draft;
import nightfill.application.report.ReportFolder.ReadBack;
import nightfill.application.report.ReportReader;
import nightfill.application.report.ReportWriter;
import nightfill.application.report.ReportWriter.Written;
import nightfill.application.run.Fence;
import nightfill.domain.proof.Manifest;
import nightfill.domain.run.Run;
import org.apache.commons.io.function.Uncheck;

/**
 * Reports in a directory beside their place, until all of them are there. Nobody else may enter it, and it stays open:
 * whatever becomes of its name, nothing is written elsewhere, and nothing else is taken for it.
 */
final class FilesystemDraft implements Draft {

    private final Run run;
    private final OpenDirectory output;
    private final String name;
    private final OpenDirectory own;
    private final ReportFormats formats;
    private final Fence fence;

    private FilesystemDraft(Run run, OpenDirectory output, String name, ReportFormats formats, Fence fence)
            throws IOException {
        this.run = run;
        this.output = output;
        this.name = name;
        this.own = output.make(name);
        this.formats = formats;
        this.fence = fence;
    }

    /** Begins it in OUTPUT, under a name that nothing has yet. */
    static FilesystemDraft of(Run run, Path place, ReportFormats formats, Fence fence) throws IOException {
        OpenDirectory output = OpenDirectory.of(place.resolveSibling(""));
        try {
            return new FilesystemDraft(run, output, String.valueOf(place.getFileName()), formats, fence);
        } catch (IOException e) {
            output.close();
            throw e;
        }
    }

    @Override
    public Path place() {
        return own.place();
    }

    @Override
    public Written write(Report report, Consumer<Consumer<List<String>>> source) throws IOException {
        return own.making(report.fileName(), path -> {
            try (ReportWriter.Report file = formats.writer().create(path, report.header(), run.rules())) {
                source.accept(row -> Uncheck.accept(file::add, row));
                return file.finish();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    @Override
    public ReadBack readBack(Set<Report> reports) {
        return new DraftReading(this, reports);
    }

    /** Reads a report, up to the row before which it is stopped. */
    Contents contents(Report report, StopToken stop) throws IOException {
        return own.reading(report.fileName(), path -> {
            ContentSums sums = new ContentSums(report);
            try (ReportReader.Rows rows = formats.reader().open(path, report.header())) {
                for (List<String> row = rows.next(); row != null; row = rows.next()) {
                    stop.heed();
                    sums.add(row);
                }
            }
            return sums.contents();
        });
    }

    @Override
    public void write(Summary summary) throws IOException {
        write(FilesystemReportFolder.SUMMARY, formats.summaries().bytes(summary));
    }

    @Override
    public void write(DataPackage reports) throws IOException {
        write("datapackage.json", formats.packages().bytes(reports));
    }

    @Override
    public void write(NightPage page) throws IOException {
        write("report.html", formats.pages().bytes(page));
    }

    private void write(String file, byte[] bytes) throws IOException {
        own.making(file, path -> Durable.write(path, bytes));
    }

    @Override
    public String install() throws IOException {
        write(Manifest.NAME, manifest().getBytes(StandardCharsets.UTF_8));
        own.share(DirectoryModes.around(own.look(Manifest.NAME).orElseThrow()));
        own.force();
        String sha256 = own.reading(Manifest.NAME, ContentReader::sha256);
        new Placement(run, output, name, own, fence).place();
        return sha256;
    }

    private String manifest() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : own.names()) {
            lines.append("%s  %s\n".formatted(own.reading(file, ContentReader::sha256), file));
        }
        return lines.toString();
    }

    @Override
    public void close() {
        own.close();
        output.close();
    }
}
