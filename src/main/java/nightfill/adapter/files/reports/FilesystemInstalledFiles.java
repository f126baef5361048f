package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return open(output, List.of(run.date().toString(), "run-" + run.number()), file.name());
    }

    @Override
    public Optional<Opened> openRefused(LocalDate date) {
        return open(home, List.of("refused", date.toString()), Report.REJECTS.fileName());
    }

    private static Optional<Opened> open(Path root, List<String> way, String file) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root);
                DirectoryStream<Path> outer = enter(all, way.get(0));
                DirectoryStream<Path> own = enter(outer, way.get(1))) {
            return open(secure(own), Path.of(file));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Problem.failed("%s of %s in %s cannot be read".formatted(file, String.join("/", way), root), e);
        }
    }

    private static DirectoryStream<Path> enter(DirectoryStream<Path> directory, String name) throws IOException {
        if (!attributes(secure(directory), Path.of(name)).isDirectory()) {
            throw new NotDirectoryException(name);
        }
        return secure(directory).newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static BasicFileAttributes attributes(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        return directory
                .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> directory) {
        return (SecureDirectoryStream<Path>) directory;
    }

    /** To open a pipe would wait for whoever writes to it. */
    private static Optional<Opened> open(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        return attributes(directory, name).isRegularFile()
                ? Optional.of(new OpenedFile(
                        directory.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))))
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
