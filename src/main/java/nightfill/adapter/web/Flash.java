package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What came of an act, for the next page of the session to show, once.
 *
 * @param codes secrets that the person is to keep, or to hand over
 */
public record Flash(String message, List<String> codes) implements Serializable {

    private static final String NAME = "flash";

    public Flash {
        codes = List.copyOf(codes);
    }

    public static void leave(HttpServletRequest request, String message) {
        leave(request, message, List.of());
    }

    public static void leave(HttpServletRequest request, String message, List<String> codes) {
        request.getSession().setAttribute(NAME, new Flash(message, codes));
    }

    /** Not for a poll, which shows nobody a message. */
    static Optional<Flash> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || Frame.isPoll(request) || !(session.getAttribute(NAME) instanceof Flash flash)) {
            return Optional.empty();
        }
        session.removeAttribute(NAME);
        return Optional.of(flash);
    }

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return message;
    }
}
