package nightfill.application.verify;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.application.verify.FileTree.Kind;
import nightfill.application.verify.FileTree.Reading;
import nightfill.domain.proof.Foreign;
import nightfill.domain.proof.Manifest;
import nightfill.domain.proof.RunLinks;
import nightfill.domain.words.Visible;

/**
 * What is in a directory, compared with its manifest.
 *
 * @param prefix of every path in it: empty, or the directory and a slash
 * @param found what is there, by path with the prefix
 */
record ListedDirectory(String prefix, Manifest manifest, SortedMap<String, Kind> found) {

    /** Of everything in a tree, what is in one of its directories. */
    static SortedMap<String, Kind> below(String prefix, SortedMap<String, Kind> tree) {
        // '0' follows '/'
        return prefix.isEmpty() ? tree : tree.subMap(prefix, prefix.substring(0, prefix.length() - 1) + "0");
    }

    /** The files whose content has to be looked at, with the prefix. */
    List<String> toRead() {
        return Stream.concat(Stream.of(Manifest.NAME), manifest.listed().keySet().stream())
                .map(prefix::concat)
                .filter(path -> found.get(path) == Kind.FILE)
                .toList();
    }

    /** The directory's own path. */
    String path() {
        return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
    }

    /** The files that are as they are listed. */
    Stream<Reading> whole(Map<String, Reading> contents) {
        return manifest.listed().entrySet().stream()
                .flatMap(listed -> Stream.ofNullable(contents.get(prefix + listed.getKey()))
                        .filter(content -> content.sha256().equals(listed.getValue())));
    }

    /** Compares what a summary says of the reports beside it with the manifest. */
    void reportDifferences(RunLinks links, Consumer<String> faults) {
        links.reports().forEach((name, sha256) -> {
            if (!sha256.equals(manifest.listed().get(name))) {
                faults.accept("%s%s: %s has another SHA-256 in the manifest, or none"
                        .formatted(prefix, ManifestReader.SUMMARY, Visible.shown(name)));
            }
        });
    }

    void reportFaults(Map<String, Reading> contents, Consumer<String> faults) {
        manifest.faults().forEach(fault -> faults.accept(prefix + Manifest.NAME + ": " + fault));
        manifest.listed().forEach((name, sha256) -> reportListed(prefix + name, sha256, contents, faults));
        found.forEach((path, kind) -> {
            if (kind != Kind.DIRECTORY && !isListed(path) && !Foreign.is(path.substring(prefix.length()))) {
                faults.accept(Wording.of(path, kind, "not listed in " + prefix + Manifest.NAME));
            }
        });
    }

    boolean isListed(String path) {
        String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        return name.equals(Manifest.NAME) || manifest.listed().containsKey(name);
    }

    private void reportListed(String path, String sha256, Map<String, Reading> contents, Consumer<String> faults) {
        Kind kind = found.get(path);
        Reading read = contents.get(path);
        if (kind == null) {
            faults.accept(
                    Wording.of(path, isBehindLink(path) ? "lies behind a link, which is not followed" : "missing"));
        } else if (read == null) {
            faults.accept(Wording.of(path, kind, "listed as a file"));
        } else if (!read.trouble().isEmpty()) {
            faults.accept(Wording.of(path, "cannot be read: " + read.trouble()));
        } else if (!read.sha256().equals(sha256)) {
            faults.accept(Wording.of(path, "changed: listed with SHA-256 %s, now %s".formatted(sha256, read.sha256())));
        }
    }

    private boolean isBehindLink(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (found.get(path.substring(0, slash)) == Kind.LINK) {
                return true;
            }
        }
        return false;
    }
}
