package nightfill.application.verify;

import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;

class InMemoryFileTreeTest extends FileTreeContract {

    private final InMemoryDisk disk = new InMemoryDisk();

    InMemoryFileTreeTest() {
        disk.makeDirectory(root());
    }

    @Override
    protected FileTree tree() {
        return new InMemoryFileTree(disk);
    }

    @Override
    protected Path root() {
        return Path.of("/srv/root");
    }

    @Override
    protected void write(String path, String text) {
        disk.write(root().resolve(path), text);
    }

    @Override
    protected void writeBytes(String path) {
        write(path, InMemoryFileTree.NO_UTF_8);
    }

    @Override
    protected void makeDirectory(String path) {
        disk.makeDirectory(root().resolve(path));
    }

    @Override
    protected void makeLink(String path) {
        disk.makeOther(root().resolve(path), "link");
    }

    @Override
    protected void makePipe(String path) {
        disk.makeOther(root().resolve(path), "pipe");
    }
}
