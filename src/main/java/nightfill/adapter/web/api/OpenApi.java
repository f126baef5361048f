package nightfill.adapter.web.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The document that describes the API (OpenAPI 3.1), for anybody. */
@RestController
public final class OpenApi {

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    public Resource document() {
        return new ClassPathResource("/nightfill/api/openapi.json");
    }
}
