package nightfill.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.harness.IdentityProvider;
import nightfill.harness.WebClient;

/** The way through a provider, a redirect at a time, of somebody who keeps the cookies of both sites. */
final class Passage {

    private final WebClient console;
    private final WebClient provider;

    Passage(WebClient console, IdentityProvider provider) {
        this.console = console;
        this.provider = new WebClient(URI.create(provider.issuer() + "/"));
    }

    /** Logs in, and returns what the console says to that. */
    HttpResponse<String> logIn(String name) {
        return logIn(name, "/log-in/provider");
    }

    HttpResponse<String> logIn(String name, String way) {
        return console.get(back(name, begun(way)));
    }

    /** Where the console sends people to. */
    URI begun(String way) {
        HttpResponse<String> there = console.get(way);
        assertThat(there.statusCode()).as(there.body()).isEqualTo(302);
        return place(there);
    }

    /** The path by which the provider sends them back; it asks who they are where it does not know. */
    String back(String name, URI there) {
        HttpResponse<String> answer = provider.get(path(there));
        if (place(answer).getPath().equals("/login")) {
            answer = provider.post("/login", Map.of("username", name, "password", IdentityProvider.PASSWORD));
            answer = provider.get(path(place(answer)));
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return path(place(answer));
    }

    static URI place(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    static String path(URI address) {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** What an address says in its query. */
    static Map<String, String> said(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
