package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.RealPath;
import nightfill.adapter.files.Workers;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles;
import nightfill.application.sync.SyncRoute;
import nightfill.application.sync.Tree;
import nightfill.application.sync.Tree.Skipped;
import nightfill.domain.proof.Content;
import nightfill.domain.words.CodePointOrder;

/** Directories in the file system; files are read on all cores, in constant memory each. */
public final class FilesystemSyncFiles implements SyncFiles {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final FileOperations operations;

    public FilesystemSyncFiles() {
        this(new FileOperations());
    }

    FilesystemSyncFiles(FileOperations operations) {
        this.operations = operations;
    }

    @Override
    public SyncRoute real(SyncRoute route) throws IOException {
        return new SyncRoute(RealPath.of(route.source()), RealPath.of(route.destination()), route.scope());
    }

    @Override
    public boolean areApart(SyncRoute route) throws IOException {
        return !RealPath.isWithin(route.source(), route.destination())
                && !RealPath.isWithin(route.destination(), route.source())
                && (!route.scope().isEmpty() || areMountedApart(route));
    }

    /** A directory of the one tree may be mounted as the other. */
    private static boolean areMountedApart(SyncRoute route) throws IOException {
        AtomicBoolean mounted = new AtomicBoolean();
        Map<Path, Path> others = Map.of(route.source(), route.destination(), route.destination(), route.source());
        Workers.each(THREADS, List.copyOf(others.entrySet()), new StopToken(), (tree, reader) -> {
            if (TreeScan.holds(tree.getKey(), tree.getValue())) {
                mounted.set(true);
            }
        });
        return !mounted.get();
    }

    @Override
    public Optional<Tree> source(SyncRoute route, StopToken stop) throws IOException {
        if (!Files.isDirectory(route.source())) {
            return Optional.empty();
        }
        try (OpenDirectory root = OpenDirectory.ofReal(route.source())) {
            TreeScan scan = TreeScan.of(root, route.scope());
            List<Skipped> skipped = new ArrayList<>();
            scan.others().forEach((path, kind) -> skipped.add(new Skipped(path, kind)));
            return Optional.of(new Tree(hashed(root, scan, stop), scan.directories(), skipped, scan.foreign()));
        }
    }

    @Override
    public Tree destination(SyncRoute route, StopToken stop) throws IOException {
        if (!Files.exists(route.destination())) {
            return Tree.EMPTY;
        }
        MadeDirectories.requireDirectory(route.destination());
        try (OpenDirectory root = OpenDirectory.ofReal(route.destination())) {
            TreeScan scan = TreeScan.of(root, route.scope());
            Map<String, Content> files = hashed(root, scan, stop);
            scan.others().forEach((path, kind) -> files.put(path, new Content(kind, 0)));
            files.remove(Staging.NAME);
            return new Tree(files, scan.directories(), List.of(), scan.foreign());
        }
    }

    @Override
    public DestinationLock lock(SyncRoute route, StopToken stop) throws IOException {
        return FilesystemDestinationLock.of(route, operations, stop);
    }

    private static Map<String, Content> hashed(OpenDirectory root, TreeScan scan, StopToken stop) throws IOException {
        Map<String, Content> contents = Collections.synchronizedMap(new TreeMap<>(CodePointOrder.INSTANCE));
        Workers.each(
                THREADS,
                Siblings.of(scan.files()),
                stop,
                (siblings, reader) ->
                        siblings.each(root, file -> contents.put(siblings.path(file.name()), file.hash(reader))));
        return contents;
    }
}
