package nightfill.adapter.web;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Leads from what somebody asked for to the page that shows what came of it; reloading that does nothing again. */
public final class SeeOther {

    private SeeOther() {}

    public static ResponseEntity<byte[]> at(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
