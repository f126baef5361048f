package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.NoRun;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.SentFile;
import nightfill.application.look.InstalledFiles;
import nightfill.application.look.InstalledFiles.Opened;
import nightfill.application.look.RunFile;
import nightfill.domain.run.RunName;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of a run as they are in OUTPUT: the report of the night to be seen in a frame, and all to be downloaded. */
@Controller
public record FilePage(Pages pages, InstalledFiles installed) {

    private static final Notice NONE = new Notice(
            "There is no such file",
            "Each finished run has the same files in OUTPUT; see which are still there on the page of its reports.");

    /** @param framed the address of the report itself */
    record View(RunAddress run, String framed) {}

    @GetMapping("/nights/{date}/{number}/report")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @PathVariable String date, @PathVariable String number) throws IOException {
        Optional<RunName> run = RunAddress.parse(date, number);
        return run.isEmpty() ? NoRun.show(pages, request, date, number) : show(request, run.get());
    }

    private ResponseEntity<byte[]> show(HttpServletRequest request, RunName run) throws IOException {
        Optional<Opened> report = installed.open(run, RunFile.PAGE);
        if (report.isEmpty()) {
            return pages.show(HttpStatus.NOT_FOUND, request, NONE);
        }
        report.get().close();
        RunAddress address = RunAddress.of(run);
        return pages.show(
                "report",
                Frame.of(request, "Report of " + address.title()),
                new View(address, address.path() + "/report/framed"));
    }

    @GetMapping("/nights/{date}/{number}/report/framed")
    public void framed(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String date,
            @PathVariable String number)
            throws IOException {
        Optional<Opened> report = RunAddress.parse(date, number).flatMap(run -> installed.open(run, RunFile.PAGE));
        if (report.isEmpty()) {
            pages.send(response, HttpStatus.NOT_FOUND, request, NONE);
            return;
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        SentFile.send(response, report.get());
    }

    @GetMapping("/nights/{date}/{number}/files/{name}")
    public void download(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String date,
            @PathVariable String number,
            @PathVariable String name)
            throws IOException {
        send(
                request,
                response,
                name,
                RunAddress.parse(date, number)
                        .flatMap(run -> RunFile.named(name).flatMap(file -> installed.open(run, file))));
    }

    /** The rows that made a night be refused; nothing of them is in the database. */
    @GetMapping("/nights/{date}/{number}/refused")
    public void refused(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String date,
            @PathVariable String number)
            throws IOException {
        send(
                request,
                response,
                "rejects-refused-%s.csv".formatted(date),
                RunAddress.parse(date, number).flatMap(run -> installed.openRefused(run.date())));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String name, Optional<Opened> found)
            throws IOException {
        if (found.isPresent()) {
            SentFile.send(response, name, found.get());
        } else {
            pages.send(response, HttpStatus.NOT_FOUND, request, NONE);
        }
    }
}
