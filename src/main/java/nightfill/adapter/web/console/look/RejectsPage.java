package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.NoRun;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.RunAddress;
import nightfill.application.look.RunFiles;
import nightfill.application.look.RunFiles.Recorded;
import nightfill.application.watch.Rejects;
import nightfill.application.watch.Rejects.Reject;
import nightfill.application.watch.Rejects.Which;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import nightfill.view.Meanings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows that a run rejected, of all feeds or one, for any reason or one. */
@Controller
public record RejectsPage(Pages pages, RunFiles runs, Rejects rejects) {

    /**
     * A page of them.
     *
     * @param all whether nothing is selected
     */
    record View(
            RunAddress run,
            String path,
            List<Option> feeds,
            List<Option> reasons,
            boolean all,
            Paged<RejectSheet> rows) {}

    /** One of a list to choose from. */
    record Option(String value, String text, boolean selected) {}

    @GetMapping("/nights/{date}/{number}/rejects")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable String date,
            @PathVariable String number,
            @RequestParam(name = "feed", defaultValue = "") String feed,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "after", defaultValue = "") String after) {
        Which which = new Which(Feed.named(feed).orElse(null), isReason(reason) ? reason : "");
        return RunAddress.parse(date, number)
                .flatMap(runs::of)
                .map(run -> pages.show(
                        "rejects",
                        Frame.of(request, "Rejects of " + run.name().title()),
                        view(run, which, Rejects.Key.parse(after).orElse(null))))
                .orElseGet(() -> NoRun.show(pages, request, date, number));
    }

    private View view(Recorded run, Which which, Rejects.@Nullable Key after) {
        RunAddress address = RunAddress.of(run.name());
        String path = address.path() + "/rejects";
        List<Reject> found = rejects.page(run.id(), which, after, Paged.ASKED);
        return new View(
                address,
                path,
                feeds(which),
                reasons(which),
                which.equals(Which.ALL),
                Paged.of(found, RejectSheet::of, last -> next(path, which, last.key()), after != null));
    }

    private static String next(String path, Which which, Rejects.Key last) {
        return "%s?feed=%s&reason=%s&after=%s".formatted(path, name(which.feed()), which.reason(), last.text());
    }

    private static List<Option> feeds(Which which) {
        return options(
                "any feed",
                name(which.feed()),
                Arrays.stream(Feed.values())
                        .map(feed -> new Option(feed.fileName(), feed.fileName(), feed == which.feed())));
    }

    private static List<Option> reasons(Which which) {
        return options(
                "any reason",
                which.reason(),
                Arrays.stream(RejectReason.values())
                        .map(Enum::name)
                        .map(name -> new Option(name, name + ": " + Meanings.of(name), name.equals(which.reason()))));
    }

    private static List<Option> options(String any, String chosen, Stream<Option> each) {
        return Stream.concat(Stream.of(new Option("", any, chosen.isEmpty())), each)
                .toList();
    }

    private static String name(@Nullable Feed feed) {
        return feed == null ? "" : feed.fileName();
    }

    private static boolean isReason(String name) {
        return Arrays.stream(RejectReason.values()).map(Enum::name).anyMatch(name::equals);
    }
}
