package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.NoRun;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.ShownMark;
import nightfill.application.look.CheckFiles;
import nightfill.application.look.CheckFiles.Checked;
import nightfill.application.look.InstalledFiles;
import nightfill.application.look.RunFile;
import nightfill.application.look.RunFiles;
import nightfill.application.look.RunFiles.Recorded;
import nightfill.domain.proof.FileState;
import nightfill.view.FileWords;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The files of a run in OUTPUT, and whether they are still as they were installed. */
@Controller
public record ReportsPage(Pages pages, RunFiles runs, InstalledFiles installed, CheckFiles check) {

    /** What is read in less time than somebody notices. */
    private static final long AT_ONCE = 256L << 20;

    /**
     * All files.
     *
     * @param place the directory that they are in
     * @param sentence null of a run that has none
     * @param toCheck how much there is to read before more can be said; null where that was done
     */
    record View(
            RunAddress run,
            String place,
            @Nullable String sentence,
            @Nullable String toCheck,
            List<Row> rows) {}

    record Row(File file, String size, @Nullable ShownMark mark, String meaning, String sha256) {

        static Row of(RunAddress run, Checked checked) {
            return new Row(
                    File.of(run, checked.file(), checked.state() == FileState.MISSING),
                    checked.sha256() == null ? "\u2013" : FileWords.size(checked.bytes()),
                    ShownMark.of(FileWords.mark(checked.state())),
                    FileWords.meaning(checked.state()),
                    checked.sha256() == null ? "\u2013" : checked.sha256());
        }
    }

    /**
     * A file.
     *
     * @param download null where there is nothing to download
     * @param view null where it cannot be shown here
     */
    record File(
            String name,
            String what,
            @Nullable String download,
            @Nullable String view) {

        static File of(RunAddress run, RunFile file, boolean missing) {
            return new File(
                    file.name(),
                    file.what(),
                    missing ? null : run.path() + "/files/" + file.name(),
                    missing || !file.equals(RunFile.PAGE) ? null : run.path() + "/report");
        }
    }

    @GetMapping("/nights/{date}/{number}/reports")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable String date,
            @PathVariable String number,
            @RequestParam(name = "check", defaultValue = "") String wanted) {
        return RunAddress.parse(date, number)
                .flatMap(runs::of)
                .map(run -> pages.show(
                        "reports", Frame.of(request, "Reports of " + run.name().title()), view(run, !wanted.isEmpty())))
                .orElseGet(() -> NoRun.show(pages, request, date, number));
    }

    private View view(Recorded run, boolean wanted) {
        RunAddress address = RunAddress.of(run.name());
        String place = installed.place(run.name()).toString();
        if (run.manifestSha256() == null) {
            return new View(address, place, null, null, List.of());
        }
        long bytes = wanted ? 0 : check.bytes(run);
        if (bytes > AT_ONCE) {
            return new View(address, place, "They were not checked yet", FileWords.size(bytes), unchecked(address));
        }
        List<Checked> checked = check.of(run);
        return new View(
                address,
                place,
                sentence(checked),
                null,
                checked.stream().map(file -> Row.of(address, file)).toList());
    }

    private static List<Row> unchecked(RunAddress run) {
        return RunFile.ALL.stream()
                .map(file -> new Row(File.of(run, file, false), "", null, "", ""))
                .toList();
    }

    static String sentence(List<Checked> checked) {
        long changed = checked.stream()
                .filter(file -> file.state() != FileState.UNCHANGED)
                .count();
        return changed == 0
                ? "All %d files are as they were installed: each has the hash on record".formatted(checked.size())
                : "%s of %d %s not as installed"
                        .formatted(Numbers.grouped(changed), checked.size(), changed == 1 ? "is" : "are");
    }
}
