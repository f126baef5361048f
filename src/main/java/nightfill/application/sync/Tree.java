package nightfill.application.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightfill.domain.proof.Content;

/**
 * A directory as a sync sees it; paths are relative to it and have {@code /} between names, all in order of code points.
 *
 * @param files each with its content
 * @param directories without the root
 * @param foreign what programs and systems left: within a scope they are no part of the tree, and stay as they are
 * @param skipped what is no file, and was neither followed nor opened; in a destination, where such things are replaced
 *     or deleted like files, they are among the files, with a content that no file has
 */
public record Tree(Map<String, Content> files, Set<String> directories, List<Skipped> skipped, List<String> foreign) {

    public static final Tree EMPTY = new Tree(Map.of(), Set.of(), List.of(), List.of());

    /** Each file's content by its hash. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach((path, content) -> hashes.put(path, content.sha256()));
        return hashes;
    }

    /**
     * What is left out.
     *
     * @param reason in words, such as {@code link}
     */
    public record Skipped(String path, String reason) {}
}
