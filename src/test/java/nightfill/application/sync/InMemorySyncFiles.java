package nightfill.application.sync;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.Tree.Skipped;
import nightfill.domain.proof.Content;
import nightfill.domain.proof.Foreign;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Move;
import nightfill.domain.words.CodePointOrder;
import nightfill.harness.InMemoryDisk;

/** The directories of syncs on a disk in memory. */
public final class InMemorySyncFiles implements SyncFiles {

    private final InMemoryDisk disk;
    private final Set<Path> locked = new HashSet<>();

    public InMemorySyncFiles(InMemoryDisk disk) {
        this.disk = disk;
    }

    @Override
    public SyncRoute real(SyncRoute route) throws IOException {
        disk.requireSound(route.source());
        return new SyncRoute(route.source().normalize(), route.destination().normalize(), route.scope());
    }

    @Override
    public boolean areApart(SyncRoute route) {
        return !route.source().startsWith(route.destination())
                && !route.destination().startsWith(route.source());
    }

    @Override
    public Optional<Tree> source(SyncRoute route, StopToken stop) throws IOException {
        if (!disk.isDirectory(route.source())) {
            return Optional.empty();
        }
        List<Skipped> skipped = new ArrayList<>();
        others(route.source(), route).forEach((path, kind) -> skipped.add(new Skipped(path, kind)));
        return Optional.of(new Tree(
                hashed(route.source(), route, stop),
                directories(route.source(), route),
                skipped,
                foreign(route.source(), route)));
    }

    @Override
    public Tree destination(SyncRoute route, StopToken stop) throws IOException {
        if (!disk.exists(route.destination())) {
            return Tree.EMPTY;
        }
        requireDirectory(route.destination());
        Map<String, Content> files = hashed(route.destination(), route, stop);
        others(route.destination(), route).forEach((path, kind) -> files.put(path, new Content(kind, 0)));
        return new Tree(files, directories(route.destination(), route), List.of(), foreign(route.destination(), route));
    }

    private void requireDirectory(Path destination) {
        if (disk.isFile(destination)) {
            throw Problem.refused("%s is not a directory".formatted(destination));
        }
    }

    private Map<String, Content> hashed(Path root, SyncRoute route, StopToken stop) throws IOException {
        Map<String, Content> contents = new TreeMap<>(CodePointOrder.INSTANCE);
        for (Path file : disk.below(root)) {
            String path = root.relativize(file).toString();
            if (isInScope(path, route)) {
                stop.heed();
                contents.put(
                        path, new Content(disk.sha256(file), disk.read(file).length()));
            }
        }
        return contents;
    }

    private Map<String, String> others(Path root, SyncRoute route) {
        Map<String, String> others = new TreeMap<>(CodePointOrder.INSTANCE);
        disk.others(root)
                .forEach((place, kind) -> others.put(root.relativize(place).toString(), kind));
        others.keySet().removeIf(path -> !isInScope(path, route));
        return others;
    }

    /** Also those that lead to the scope. */
    private Set<String> directories(Path root, SyncRoute route) {
        Set<String> directories = new TreeSet<>(CodePointOrder.INSTANCE);
        disk.directoriesBelow(root)
                .forEach(directory -> directories.add(root.relativize(directory).toString()));
        directories.removeIf(path ->
                !isInScope(path, route) && route.scope().stream().noneMatch(entry -> entry.startsWith(path + "/")));
        return directories;
    }

    private List<String> foreign(Path root, SyncRoute route) {
        return disk.below(root).stream()
                .map(file -> root.relativize(file).toString())
                .filter(path -> isWithin(path, route) && !isInScope(path, route))
                .toList();
    }

    private static boolean isInScope(String path, SyncRoute route) {
        return route.scope().isEmpty() || (isWithin(path, route) && !Foreign.is(path));
    }

    private static boolean isWithin(String path, SyncRoute route) {
        return route.scope().isEmpty()
                || route.scope().stream().anyMatch(entry -> path.equals(entry) || path.startsWith(entry + "/"));
    }

    @Override
    public DestinationLock lock(SyncRoute route, StopToken stop) throws IOException {
        disk.requireSound(route.destination());
        requireDirectory(route.destination());
        if (!locked.add(route.destination())) {
            throw new Problem(Kind.BUSY, "another sync is at work on " + route.destination());
        }
        boolean isMade = !disk.exists(route.destination());
        disk.makeDirectory(route.destination());
        return new InMemoryLock(route, stop, isMade);
    }

    private final class InMemoryLock implements DestinationLock {

        private final SyncRoute route;
        private final StopToken stop;
        private boolean isToBeTakenBack;

        private InMemoryLock(SyncRoute route, StopToken stop, boolean isMade) {
            this.route = route;
            this.stop = stop;
            this.isToBeTakenBack = isMade;
        }

        @Override
        public void carryOut(Tree source, Tree destination, List<SyncAction> plan, Consumer<SyncAction> done)
                throws IOException {
            isToBeTakenBack = false;
            destination.directories().forEach(path -> disk.makeDirectory(at(path)));
            for (SyncAction action : plan) {
                stop.heed();
                carryOut(action);
                done.accept(action);
            }
            prune(source, destination);
        }

        private void carryOut(SyncAction action) throws IOException {
            if (action instanceof Copy copy) {
                disk.put(at(copy.path()), copied(copy));
            } else if (action instanceof Move move) {
                disk.move(at(move.from()), at(move.path()));
            } else {
                disk.remove(at(action.path()));
            }
        }

        private String copied(Copy copy) throws IOException {
            Path file = route.source().resolve(copy.path());
            String text = disk.read(file);
            if (!InMemoryDisk.sha256(text).equals(copy.sha256())) {
                throw new FileSystemException(file.toString(), null, "it changed while it was read");
            }
            return text;
        }

        private void prune(Tree source, Tree destination) throws IOException {
            for (String path : destination.directories().stream()
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                if (!source.directories().contains(path) && disk.isEmpty(at(path))) {
                    disk.remove(at(path));
                }
            }
        }

        private Path at(String path) {
            return route.destination().resolve(path);
        }

        @Override
        public void close() throws IOException {
            locked.remove(route.destination());
            if (isToBeTakenBack) {
                disk.remove(route.destination());
            }
        }
    }
}
