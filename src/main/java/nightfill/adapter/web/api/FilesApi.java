package nightfill.adapter.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Problems;
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
        Which which = new Which(feed == null ? null : feed(feed), reason == null ? "" : reason(reason));
        List<Reject> found = rejects.page(run.id(), which, after == null ? null : key(after), Page.ASKED);
        String address = address(run.name()) + "/rejects";
        String selected = feed == null ? address : Page.with(address, "feed", feed);
        String all = reason == null ? selected : Page.with(selected, "reason", reason);
        return Page.of(
                found,
                RejectJson::of,
                last -> Page.with(all, "after", last.key().text()));
    }

    private Recorded recorded(String date, String number) {
        return runs.of(Parameters.run(date, number)).orElseThrow(() -> Parameters.noRun(date, number));
    }

    private static Feed feed(String name) {
        return Feed.named(name)
                .orElseThrow(() -> Problems.failure(HttpStatus.BAD_REQUEST, "feed is no file name of a feed"));
    }

    private static String reason(String name) {
        return Arrays.stream(RejectReason.values())
                .map(Enum::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> Problems.failure(
                        HttpStatus.BAD_REQUEST, "reason is none of " + Arrays.toString(RejectReason.values())));
    }

    private static Rejects.Key key(String text) {
        return Rejects.Key.parse(text)
                .orElseThrow(() -> Problems.failure(HttpStatus.BAD_REQUEST, "after is no key of a page"));
    }

    private static String address(RunName run) {
        return "/api/nights/%s/%d".formatted(run.date(), run.number());
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
