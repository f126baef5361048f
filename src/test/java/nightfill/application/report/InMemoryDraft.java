package nightfill.application.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.application.problem.Problem;
import nightfill.application.report.ReportFolder.Draft;
import nightfill.application.report.ReportFolder.ReadBack;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.proof.Manifest;
import nightfill.harness.InMemoryDisk;

/** Reports aside on a disk in memory. */
record InMemoryDraft(InMemoryReportFolder folder, Path place, Path target) implements Draft {

    @Override
    public Written write(Report report, Consumer<Consumer<List<String>>> source) throws IOException {
        StringBuilder text = new StringBuilder(String.join(InMemoryReportFolder.BETWEEN, report.header())).append('\n');
        long[] rows = new long[1];
        source.accept(row -> {
            text.append(String.join(InMemoryReportFolder.BETWEEN, row)).append('\n');
            rows[0]++;
        });
        put(report.fileName(), text.toString());
        return new Written(rows[0], text.length(), InMemoryDisk.sha256(text.toString()));
    }

    @Override
    public ReadBack readBack(Set<Report> reports) {
        return new ReadBack() {
            @Override
            public Map<Report, Contents> contents() throws IOException {
                Map<Report, Contents> contents = new EnumMap<>(Report.class);
                for (Report report : reports) {
                    contents.put(report, InMemoryDraft.this.contents(report));
                }
                return contents;
            }

            @Override
            public void close() {}
        };
    }

    private Contents contents(Report report) throws IOException {
        List<List<String>> rows = folder.rows(place, report);
        int quantity = report.header().indexOf("qty");
        long units = quantity < 0
                ? 0
                : rows.stream()
                        .mapToLong(row -> Long.parseLong(row.get(quantity)))
                        .sum();
        return new Contents(
                new Tally(rows.size(), units),
                String.valueOf(
                        rows.stream().mapToLong(InMemoryReportSource::hash).sum()));
    }

    @Override
    public void write(Summary summary) throws IOException {
        put(InMemoryReportFolder.SUMMARY, new String(folder.summaries().bytes(summary), UTF_8));
    }

    @Override
    public void write(DataPackage reports) throws IOException {
        put("datapackage.json", reports.toString());
    }

    @Override
    public void write(NightPage page) throws IOException {
        put("report.html", page.toString());
    }

    private void put(String name, String text) throws IOException {
        folder.disk().put(place.resolve(name), text);
    }

    @Override
    public String install() throws IOException {
        StringBuilder manifest = new StringBuilder();
        folder.hashes(place)
                .forEach((name, sha256) ->
                        manifest.append(sha256).append("  ").append(name).append('\n'));
        put(Manifest.NAME, manifest.toString());
        if (folder.disk().exists(target)) {
            requireAlike();
            folder.disk().remove(place);
        } else {
            folder.disk().move(place, target);
        }
        return InMemoryDisk.sha256(manifest.toString());
    }

    private void requireAlike() throws IOException {
        Map<String, String> now = folder.hashes(place);
        Map<String, String> standing = folder.hashes(target);
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(standing.keySet());
        // it differs wherever anything does, and says less than what differs
        names.remove("MANIFEST.sha256");
        for (String name : names) {
            if (!now.getOrDefault(name, "").equals(standing.getOrDefault(name, ""))) {
                folder.disk().remove(place);
                throw Problem.refused("%s exists already, but its %s differs".formatted(target, name));
            }
        }
    }

    @Override
    public void close() {}
}
