package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.look.InstalledFiles;
import nightfill.application.look.RunFile;
import nightfill.application.problem.Problem;
import nightfill.application.report.Report;
import nightfill.domain.run.RunName;

/**
 * Files in OUTPUT, and what was refused in HOME; each directory on the way is entered by its own name: nobody can put a
 * link in between meanwhile.
 */
public record FilesystemInstalledFiles(Path output, Path home) implements InstalledFiles {

    @Override
    public Path place(RunName run) {
        return output.resolve(run.directory());
    }

    @Override
    public Optional<Opened> open(RunName run, RunFile file) {
        return open(output, run.directory(), file.name());
    }

    @Override
    public Optional<Opened> openRefused(LocalDate date) {
        return open(home, "refused/" + date, Report.REJECTS.fileName());
    }

    private static Optional<Opened> open(Path root, String way, String file) {
        try {
            return RunDirectories.within(root, way, directory -> open(directory, file));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Problem.failed("%s of %s in %s cannot be read".formatted(file, way, root), e);
        }
    }

    private static Optional<Opened> open(OpenDirectory directory, String file) throws IOException {
        return directory.isFile(file)
                ? Optional.of(new OpenedFile(directory.reading(file, Files::newByteChannel)))
                : Optional.empty();
    }

    private record OpenedFile(SeekableByteChannel channel) implements Opened {

        @Override
        public long bytes() throws IOException {
            return channel.size();
        }

        @Override
        public String beginning(int most) throws IOException {
            return new String(stream().readNBytes(most), StandardCharsets.UTF_8);
        }

        @Override
        public void copyTo(OutputStream target) throws IOException {
            stream().transferTo(target);
        }

        private InputStream stream() throws IOException {
            return Channels.newInputStream(channel.position(0));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
