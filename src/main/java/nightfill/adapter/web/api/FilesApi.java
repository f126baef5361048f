package nightfill.adapter.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Problems;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.SentFile;
import nightfill.application.look.InstalledFiles;
import nightfill.application.look.InstalledFiles.Opened;
import nightfill.application.look.RunFile;
import nightfill.application.look.RunFiles;
import nightfill.application.look.RunFiles.Recorded;
import nightfill.application.watch.Rejects;
import nightfill.application.watch.Rejects.Reject;
import nightfill.application.watch.Rejects.Which;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files of a run, and the rows that it rejected. */
@RestController
public record FilesApi(RunFiles runs, InstalledFiles installed, Rejects rejects) {

    private static final String RUN = "/api/nights/{date}/{number}";

    /** A file that a finished run has in OUTPUT. */
    record FileJson(String name, String about, String href) {}

    /** A row that was rejected; {@code line} is the physical one where it begins, the header is 1. */
    record RejectJson(String feed, int row, long line, String reason, String detail, String raw) {

        static RejectJson of(Reject reject) {
            return new RejectJson(
                    reject.key().feed().fileName(),
                    reject.key().row(),
                    reject.line(),
                    reject.reason(),
                    reject.detail(),
                    reject.raw());
        }
    }

    @GetMapping(RUN + "/rejects")
    public Page<RejectJson> rejects(
            @PathVariable String date,
            @PathVariable String number,
            @RequestParam(name = "feed", required = false) @Nullable String feed,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        Recorded run = recorded(date, number);
        RejectReason known = Parameters.constant("reason", reason, RejectReason.values());
        Which which = new Which(feed == null ? null : feed(feed), known == null ? "" : known.name());
        List<Reject> found = rejects.page(run.id(), which, Parameters.key(after, Rejects.Key::parse), Page.ASKED);
        String address = Page.with(Page.with(address(run.name()) + "/rejects", "feed", feed), "reason", reason);
        return Page.of(
                found,
                RejectJson::of,
                last -> Page.with(address, "after", last.key().text()));
    }

    private Recorded recorded(String date, String number) {
        return runs.of(Parameters.run(date, number)).orElseThrow(() -> Parameters.noRun(date, number));
    }

    private static Feed feed(String name) {
        return Feed.named(name)
                .orElseThrow(() -> Problems.failure(HttpStatus.BAD_REQUEST, "feed is no file name of a feed"));
    }

    private static String address(RunName run) {
        return "/api" + RunAddress.of(run).path();
    }

    @GetMapping(RUN + "/files")
    public List<FileJson> files(@PathVariable String date, @PathVariable String number) {
        Recorded run = recorded(date, number);
        return run.manifestSha256() == null
                ? List.of()
                : RunFile.ALL.stream()
                        .map(file ->
                                new FileJson(file.name(), file.what(), address(run.name()) + "/files/" + file.name()))
                        .toList();
    }

    /** The bytes that are in OUTPUT now; who wants to be sure compares their SHA-256 with the manifest's. */
    @GetMapping(RUN + "/files/{name}")
    public void file(
            HttpServletResponse response,
            @PathVariable String date,
            @PathVariable String number,
            @PathVariable String name)
            throws IOException {
        RunName run = Parameters.run(date, number);
        Optional<RunFile> file = RunFile.named(name);
        Opened opened = file.flatMap(named -> installed.open(run, named))
                .orElseThrow(() ->
                        Problems.failure(HttpStatus.NOT_FOUND, "%s has no such file in OUTPUT".formatted(run.title())));
        SentFile.send(response, name, opened);
    }
}
