package nightfill.adapter.web.console.account;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Leads from an act to the page that shows what came of it; reloading that does nothing again. */
final class SeeOther {

    private SeeOther() {}

    static ResponseEntity<byte[]> at(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
