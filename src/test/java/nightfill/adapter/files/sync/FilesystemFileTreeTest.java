package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.application.verify.FileTree;
import nightfill.application.verify.FileTreeContract;
import org.junit.jupiter.api.io.TempDir;

class FilesystemFileTreeTest extends FileTreeContract {

    @TempDir
    private Path root;

    @Override
    protected FileTree tree() {
        return new FilesystemFileTree();
    }

    @Override
    protected Path root() {
        return root;
    }

    @Override
    protected void write(String path, String text) {
        TwoDirectories.write(root.resolve(path), text);
    }

    @Override
    protected void writeBytes(String path) throws IOException {
        Files.write(root.resolve(path), new byte[] {(byte) 0xFF});
    }

    @Override
    protected void makeDirectory(String path) throws IOException {
        Files.createDirectories(root.resolve(path));
    }

    @Override
    protected void makeLink(String path) throws IOException {
        Files.createSymbolicLink(root.resolve(path), root);
    }

    @Override
    protected void makePipe(String path) throws IOException {
        TwoDirectories.makePipe(root.resolve(path));
    }
}
