package nightfill.application.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.proof.Chain;
import nightfill.domain.proof.Chain.ChainedRun;

/** A directory with a manifest; where it is a run among others, the chain is followed back through these. */
record SingleDirectory(ManifestReader manifests, SortedMap<String, Kind> found) {

    Verdict verify() {
        Inspection inspection = new Inspection(manifests, found);
        inspection.look(List.of(""));
        List<String> notes = new ArrayList<>();
        Optional<ChainedRun> run = Optional.ofNullable(inspection.runs().get(""));
        run.ifPresent(it -> follow(it, inspection.faults(), notes));
        return inspection.verdict(run.isPresent() ? 1 : 0, notes);
    }

    private void follow(ChainedRun run, List<String> faults, List<String> notes) {
        Optional<String> place = place();
        if (place.isEmpty()) {
            notes.add("the directory is not called <date>/run-<n>, so the chain is not followed");
            return;
        }
        Ancestry ancestry =
                new Ancestry(manifests.at(manifests.directory().resolve("../..").normalize()), faults);
        Chain chain = new Chain(ancestry.of(place.get(), run));
        faults.addAll(chain.faults());
        chain.missing().forEach(missing -> notes.add("the chain is not followed any further: " + missing));
    }

    private Optional<String> place() {
        Path directory = manifests.directory();
        int names = directory.getNameCount();
        return Optional.of(directory)
                .filter(it -> names >= 2)
                .map(it -> it.getName(names - 2) + "/" + it.getName(names - 1))
                .filter(Layout::isRun);
    }
}
