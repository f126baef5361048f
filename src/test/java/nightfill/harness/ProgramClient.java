package nightfill.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that asks a console by its API; it shows a token that is not empty. */
public record ProgramClient(HttpClient http, URI console, String token) {

    public static ProgramClient of(URI console, String token) {
        return new ProgramClient(HttpClient.newHttpClient(), console, token);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), "");
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, Map.of(), json);
    }

    public HttpResponse<String> post(String path, Map<String, String> headers, String json) {
        return send("POST", path, headers, json);
    }

    /** A body that is not empty is JSON, unless a header says otherwise. */
    public HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console + path.substring(1)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
