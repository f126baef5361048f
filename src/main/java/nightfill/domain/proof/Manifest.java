package nightfill.domain.proof;

import java.util.List;
import java.util.SortedMap;

/**
 * What a {@code MANIFEST.sha256} says, read strictly: {@code sha256sum -c --strict} accepts whatever is without fault
 * here.
 *
 * @param listed SHA-256 by path, names joined by {@code /}, in the order of code points
 * @param faults one line each, without the manifest's own name
 */
public record Manifest(SortedMap<String, String> listed, List<String> faults) {

    public static final String NAME = "MANIFEST.sha256";

    public static Manifest parse(String text) {
        return new ManifestParser().parse(text);
    }
}
