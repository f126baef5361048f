package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What is shown of a run that there is not. */
final class NoRun {

    private NoRun() {}

    static ResponseEntity<byte[]> show(Pages pages, HttpServletRequest request, String date, String number) {
        return pages.show(HttpStatus.NOT_FOUND, request, notice(date, number));
    }

    static Notice notice(String date, String number) {
        return new Notice("No such run", "%s has no run %s.".formatted(date, number));
    }
}
