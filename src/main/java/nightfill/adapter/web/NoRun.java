package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What is shown of a run that there is not. */
public final class NoRun {

    private NoRun() {}

    public static ResponseEntity<byte[]> show(Pages pages, HttpServletRequest request, String date, String number) {
        String done = request.getMethod().equals("POST") ? " Nothing was done." : "";
        return pages.show(
                HttpStatus.NOT_FOUND,
                request,
                new Notice("No such run", "%s has no run %s.%s".formatted(date, number, done)));
    }
}
