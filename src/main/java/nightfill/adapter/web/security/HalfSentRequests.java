package nightfill.adapter.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Keeps threads for those who ask for pages: whoever sends a request with a body, and does not go on sending, holds one.
 * Each address of strangers, and each session, may hold a few at once, all strangers together a part of them.
 * Of programs nothing is received before their token has counted.
 */
public final class HalfSentRequests extends ValveBase {

    private static final int EACH = 8;
    private static final int STRANGERS = 48;

    private final Map<String, Integer> sending = new ConcurrentHashMap<>();
    private final Semaphore strangers = new Semaphore(STRANGERS);

    public HalfSentRequests() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            if (hasBody(request) && !AccessMatrix.isForPrograms(request.getDecodedRequestURI())) {
                receive(request, response);
            } else {
                getNext().invoke(request, response);
            }
        } finally {
            leaveTheRest(request);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private void receive(Request request, Response response) throws IOException, ServletException {
        @Nullable String session = session(request);
        String sender = session == null ? request.getRemoteAddr() : session;
        if (session == null && !strangers.tryAcquire()) {
            refuse(response);
            return;
        }
        try {
            receive(sender, request, response);
        } finally {
            if (session == null) {
                strangers.release();
            }
        }
    }

    private void receive(String sender, Request request, Response response) throws IOException, ServletException {
        try {
            if (sending.merge(sender, 1, Integer::sum) > EACH) {
                refuse(response);
            } else {
                read(request);
                getNext().invoke(request, response);
            }
        } finally {
            sending.computeIfPresent(sender, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    /** What is sent is read also where it is not looked at; what is not sent as it should be, whoever asks for it is told. */
    private static void read(Request request) throws UnsupportedEncodingException {
        try {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            request.getParameterMap();
        } catch (InvalidParameterException wrong) {
            request.setAttribute(UnreadableForms.WRONG, wrong);
        }
    }

    /** Of somebody who is logged in. */
    private static @Nullable String session(Request request) {
        @Nullable Session session = request.getSessionInternal(false);
        if (session == null || !session.isValid()) {
            return null;
        }
        HttpSession held = session.getSession();
        return held.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) == null
                ? null
                : session.getIdInternal();
    }

    private static void refuse(Response response) throws IOException {
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** The server would wait for it to reuse the connection. */
    private static void leaveTheRest(Request request) {
        AtomicBoolean whole = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        if (!whole.get()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
