package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nightfill.application.problem.StopToken;
import nightfill.application.report.Contents;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder.ReadBack;

/** Reads reports back on a thread of its own. */
final class DraftReading implements ReadBack {

    private final StopToken stop = new StopToken();
    private final CompletableFuture<Map<Report, Contents>> contents;

    DraftReading(FilesystemDraft draft, Set<Report> reports) {
        Set<Report> written = Set.copyOf(reports);
        contents = CompletableFuture.supplyAsync(() -> read(draft, written, stop));
    }

    private static Map<Report, Contents> read(FilesystemDraft draft, Set<Report> reports, StopToken stop) {
        Map<Report, Contents> contents = new EnumMap<>(Report.class);
        try {
            for (Report report : reports) {
                contents.put(report, draft.contents(report, stop));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    @Override
    public Map<Report, Contents> contents() throws IOException {
        try {
            return contents.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unread) {
                throw unread.getCause();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        stop.stop();
        contents.handle((read, failure) -> 0).join();
    }
}
