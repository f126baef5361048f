package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightfill.adapter.files.Entries;
import nightfill.domain.proof.Sha256;

/** The sync manifests of one destination, numbered; whoever adds to it holds the destination's lock. */
record ManifestChain(Path directory) {

    private static final int SLUG = 60;

    /** The directory's name shows the destination, and ends with a part of its hash, for two may look alike. */
    static ManifestChain of(Path manifests, Path destination) {
        String path = destination.toString();
        String slug = path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String end = slug.substring(Math.max(0, slug.length() - SLUG)).replaceAll("^-|-$", "");
        String hash = Sha256.of(path.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        return new ManifestChain(manifests.resolve(end + "-" + hash));
    }

    Optional<Path> last() throws IOException {
        List<Path> manifests = Entries.of(directory, "[0-9]{8}\\.json");
        return manifests.isEmpty() ? Optional.empty() : Optional.of(manifests.get(manifests.size() - 1));
    }

    Path next() throws IOException {
        int number = last().map(file -> Integer.parseInt(Entries.name(file).substring(0, 8)))
                        .orElse(0)
                + 1;
        return directory.resolve(String.format(Locale.ROOT, "%08d.json", number));
    }
}
