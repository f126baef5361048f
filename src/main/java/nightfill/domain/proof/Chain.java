package nightfill.domain.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import nightfill.domain.proof.RunLinks.Reference;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a directory, each of which names the one before it by the hash of its manifest: one line from the first
 * night to the last, with the corrected runs beside it.
 */
public final class Chain {

    private final Map<String, ChainedRun> runs;
    private final Map<String, String> replacedBy = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** @param runs by their directories */
    public Chain(SortedMap<String, ChainedRun> runs) {
        this.runs = runs;
        runs.forEach((directory, run) -> Optional.ofNullable(run.links().replaces())
                .ifPresent(replaced -> replacedBy.put(replaced.directory(), directory)));
        runs.forEach(this::follow);
        requireOneLine();
    }

    /** What is wrong with the chain, one line each. */
    public List<String> faults() {
        return faults;
    }

    /** Runs that are named but not there, one line each. */
    public List<String> missing() {
        return missing;
    }

    private void follow(String directory, ChainedRun run) {
        RunLinks links = run.links();
        if (!links.run().directory().equals(directory)) {
            fault(directory, "its summary speaks of " + links.run().directory());
        }
        requireExistingPrevious(directory, links.previous());
        find(directory, "replaced", links.replaces())
                .filter(replaced ->
                        !Objects.equals(links.previous(), replaced.links().previous()))
                .ifPresent(replaced -> fault(directory, "builds on another run than the one that it replaces"));
        requireReplacesLastNumber(directory, links);
    }

    private void requireExistingPrevious(String directory, @Nullable Reference previous) {
        find(directory, "previous", previous);
        String other = previous == null ? null : replacedBy.get(previous.directory());
        if (previous != null && other != null) {
            fault(directory, "builds on %s, which %s replaces".formatted(previous.directory(), other));
        }
    }

    private void requireReplacesLastNumber(String directory, RunLinks links) {
        RunName run = links.run();
        String expected = run.number() == 1 ? "none" : new RunName(run.date(), run.number() - 1).directory();
        String named = links.replaces() == null ? "none" : links.replaces().directory();
        if (!named.equals(expected)) {
            fault(directory, "names %s as the run that it replaces, rather than %s".formatted(named, expected));
        }
    }

    private Optional<ChainedRun> find(String from, String role, @Nullable Reference reference) {
        if (reference == null) {
            return Optional.empty();
        }
        ChainedRun found = runs.get(reference.directory());
        if (found == null) {
            missing.add("%s: its %s run %s is not there".formatted(from, role, reference.directory()));
        } else if (!found.manifestSha256().equals(reference.manifestSha256())) {
            fault(
                    from,
                    "its %s run %s is not the one that it names, whose manifest has SHA-256 %s"
                            .formatted(role, reference.directory(), reference.manifestSha256()));
        }
        return Optional.ofNullable(found);
    }

    /** Of the current runs, no two may build on the same one. */
    private void requireOneLine() {
        Map<String, String> successors = new HashMap<>();
        runs.forEach((directory, run) -> {
            if (!replacedBy.containsKey(directory)) {
                requireOnly(directory, run.links().previous(), successors);
            }
        });
    }

    private void requireOnly(String directory, @Nullable Reference previous, Map<String, String> successors) {
        String before = previous == null ? "" : previous.directory();
        String other = successors.putIfAbsent(before, directory);
        if (other != null) {
            String what = before.isEmpty() ? "begins a chain" : "builds on " + before;
            fault(directory, "%s, as does %s, and neither replaces the other".formatted(what, other));
        }
    }

    private void fault(String directory, String text) {
        faults.add(directory + ": " + text);
    }

    /** A run as it was found. */
    public record ChainedRun(String manifestSha256, RunLinks links) {}
}
