package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.report.Contents;
import nightfill.application.report.DataPackage;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder.Draft;
import nightfill.application.report.ReportWriter;
import nightfill.application.report.ReportWriter.Written;
import nightfill.application.run.Fence;
import nightfill.domain.proof.Manifest;
import nightfill.domain.words.Rules;
import org.apache.commons.io.function.Uncheck;

/** Reports in a directory beside their place, until all of them are there. */
record FilesystemDraft(Path aside, Path place, Rules rules, ReportFormats formats, Fence fence) implements Draft {

    @Override
    public Path place() {
        return aside;
    }

    @Override
    public Written write(Report report, Consumer<Consumer<List<String>>> source) throws IOException {
        try (ReportWriter.Report file =
                formats.writer().create(aside.resolve(report.fileName()), report.header(), rules)) {
            source.accept(row -> Uncheck.accept(file::add, row));
            return file.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Contents contents(Report report) throws IOException {
        ContentSums sums = new ContentSums(report);
        formats.reader().read(aside.resolve(report.fileName()), report.header(), sums::add);
        return sums.contents();
    }

    @Override
    public void write(Summary summary) throws IOException {
        Durable.write(
                aside.resolve(FilesystemReportFolder.SUMMARY),
                formats.summaries().bytes(summary));
    }

    @Override
    public void write(DataPackage reports) throws IOException {
        Durable.write(aside.resolve("datapackage.json"), formats.packages().bytes(reports));
    }

    @Override
    public void write(NightPage page) throws IOException {
        Durable.write(aside.resolve("report.html"), formats.pages().bytes(page));
    }

    @Override
    public String install() throws IOException {
        Path manifest = aside.resolve(Manifest.NAME);
        Durable.write(manifest, manifest().getBytes(StandardCharsets.UTF_8));
        Durable.sync(aside);
        String sha256 = ContentReader.sha256(manifest);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            requireAlike();
            fence.around(() -> Durable.remove(aside));
        } else {
            fence.around(this::moveIntoPlace);
        }
        return sha256;
    }

    private void moveIntoPlace() throws IOException {
        Files.createDirectories(place.resolveSibling("."));
        Durable.rename(aside, place);
        Durable.sync(place.resolveSibling("..").normalize());
    }

    /** What is there was left by an attempt that was killed before it was noted, or is unknown to an older backup. */
    private void requireAlike() throws IOException {
        Optional<String> difference = new TwoRuns(aside, place).difference();
        if (difference.isPresent()) {
            Durable.remove(aside);
            throw Problem.refused(
                    "%s exists already, but %s; nothing there is ever changed".formatted(place, difference.get()),
                    Remedy.mend("put it back as it was, then run again"),
                    Remedy.mend("move it and the runs that were run after it away, then run again"));
        }
    }

    private String manifest() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : Entries.of(aside)) {
            lines.append("%s  %s\n".formatted(ContentReader.sha256(file), Entries.name(file)));
        }
        return lines.toString();
    }
}
