package nightfill.adapter.web.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Reads an answer whole, and none that is longer than anything a provider has to say, however much it sends. */
final class ShortAnswers implements ClientHttpRequestInterceptor {

    static final int LONGEST = 1 << 20;

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse answer = execution.execute(request, body);
        byte[] said = answer.getBody().readNBytes(LONGEST + 1);
        if (said.length > LONGEST) {
            answer.close();
            throw new IOException("%s says more than %,d bytes".formatted(request.getURI(), LONGEST));
        }
        return new Read(answer, new ByteArrayInputStream(said));
    }

    private record Read(ClientHttpResponse answer, InputStream said) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return said;
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
