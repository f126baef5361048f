package nightfill.application.verify;

import java.util.List;
import java.util.SortedMap;
import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.proof.Chain;
import nightfill.domain.proof.Chain.ChainedRun;

/** All runs of a directory, and what else is there. */
record PublishedRuns(ManifestReader manifests, SortedMap<String, Kind> found) {

    Verdict verify() {
        Layout layout = new Layout(found);
        Inspection inspection = new Inspection(manifests, found);
        if (layout.runs().isEmpty()) {
            return inspection.verdict(0, List.of());
        }
        inspection.faults().addAll(layout.faults());
        inspection.look(layout.runs().stream().map(run -> run + "/").toList());
        SortedMap<String, ChainedRun> runs = inspection.runs();
        Chain chain = new Chain(runs);
        inspection.faults().addAll(chain.faults());
        inspection.faults().addAll(chain.missing());
        return inspection.verdict(runs.size(), notes());
    }

    private List<String> notes() {
        return found.keySet().stream().anyMatch(Layout::isOfSync)
                ? List.of("a sync is at work on the directory, or was killed; the next one ends what it began")
                : List.of();
    }
}
