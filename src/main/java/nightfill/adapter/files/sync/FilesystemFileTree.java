package nightfill.adapter.files.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.WholeFile;
import nightfill.adapter.files.Workers;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.verify.FileTree;
import nightfill.domain.proof.Content;

/** Directory trees in the file system. */
public final class FilesystemFileTree implements FileTree {

    @Override
    public Optional<Path> directory(Path named) {
        try {
            return Optional.of(named.toRealPath()).filter(Files::isDirectory);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean canBeDirectory(Path named) {
        Path at = named.toAbsolutePath();
        while (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
            at = at.resolveSibling("");
        }
        return Files.isDirectory(at);
    }

    @Override
    public SortedMap<String, Kind> list(Path directory) throws IOException {
        return TreeListing.of(directory.toRealPath());
    }

    @Override
    public Optional<String> text(Path directory, String path) throws IOException {
        try (OpenDirectory root = OpenDirectory.ofReal(directory.toRealPath())) {
            return Entry.at(root, path, file -> file.reading(FilesystemFileTree::text));
        }
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(WholeFile.text(file));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Reading> contents(Path directory, Collection<String> paths) {
        Map<String, Reading> contents = new ConcurrentHashMap<>();
        try (OpenDirectory root = OpenDirectory.ofReal(directory.toRealPath())) {
            Workers.each(
                    Runtime.getRuntime().availableProcessors(),
                    List.copyOf(new LinkedHashSet<>(paths)),
                    new StopToken(),
                    (path, reader) -> contents.put(path, reading(root, path, reader)));
            return contents;
        } catch (IOException e) {
            throw Problem.failed("%s cannot be read".formatted(directory), e);
        }
    }

    private static Reading reading(OpenDirectory root, String path, ContentReader reader)
            throws InterruptedIOException {
        try {
            Content content = Entry.at(root, path, file -> file.hash(reader));
            return new Reading(content.sha256(), content.bytes(), "");
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return new Reading("", 0, FileTrouble.of(e));
        } catch (IllegalArgumentException e) {
            return new Reading("", 0, "no file can have this name here");
        }
    }
}
