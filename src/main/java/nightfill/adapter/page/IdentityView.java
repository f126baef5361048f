package nightfill.adapter.page;

import java.util.List;
import java.util.Map;
import nightfill.application.figures.Summary;
import org.jspecify.annotations.Nullable;

/** Which run this is, and what hangs together with it. */
record IdentityView(String rules, List<Link> links, List<File> reports) {

    /** Another run, known by its manifest's hash. */
    record Link(String name, String run, String sha256) {}

    record File(String name, long rows, String sha256) {}

    static IdentityView of(Summary summary) {
        return new IdentityView(
                summary.identity().rules(),
                List.of(
                        previous(summary.identity().previous()),
                        replaces(summary.identity().replaces())),
                summary.reports().entrySet().stream().map(IdentityView::file).toList());
    }

    private static Link previous(Summary.@Nullable Reference previous) {
        return previous == null
                ? new Link("Builds on", "no run: it is the first", "")
                : new Link(
                        "Builds on", "%s run %d".formatted(previous.date(), previous.run()), previous.manifestSha256());
    }

    private static Link replaces(Summary.@Nullable Replaced replaced) {
        return replaced == null
                ? new Link("Replaces", "no run", "")
                : new Link("Replaces", "run %d".formatted(replaced.run()), replaced.manifestSha256());
    }

    private static File file(Map.Entry<String, Summary.File> report) {
        return new File(
                report.getKey(), report.getValue().rows(), report.getValue().sha256());
    }
}
