package nightfill.adapter.web.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Answers in one plain line, with the headers that every answer has, where a request does not get as far as a page. */
final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Headers.plain(request, response);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getReporter().write("%d: the console cannot answer that.%n".formatted(status));
            response.finishResponse();
        } catch (IOException e) {
            LoggerFactory.getLogger(PlainErrors.class).debug("whoever asked is gone", e);
        }
    }
}
