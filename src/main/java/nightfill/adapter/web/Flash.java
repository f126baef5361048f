package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an act, for the page that it leads to to show, once, and for no other.
 *
 * @param path of that page
 * @param codes secrets that the person is to keep, or to hand over
 */
public record Flash(String path, String message, List<String> codes) implements Serializable {

    private static final String NAME = "flash";
    private static final int MOST = 20;

    public Flash {
        codes = List.copyOf(codes);
    }

    public static void leave(HttpServletRequest request, String path, String message, List<String> codes) {
        HttpSession session = request.getSession();
        synchronized (Flash.class) {
            List<Flash> left = new ArrayList<>(left(session));
            left.add(new Flash(URI.create(path).getPath(), message, codes));
            // whoever never looks is not to fill the memory
            session.setAttribute(NAME, List.copyOf(left.subList(Math.max(0, left.size() - MOST), left.size())));
        }
    }

    /** Not for a poll, nor for the head of a page, which show nobody a message. */
    static List<Flash> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || Frame.isPoll(request) || !request.getMethod().equals("GET")) {
            return List.of();
        }
        synchronized (Flash.class) {
            List<Flash> left = left(session);
            List<Flash> here = left.stream()
                    .filter(flash -> flash.path().equals(request.getServletPath()))
                    .toList();
            session.setAttribute(
                    NAME, left.stream().filter(flash -> !here.contains(flash)).toList());
            return here;
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Flash> left(HttpSession session) {
        return session.getAttribute(NAME) instanceof List<?> left ? (List<Flash>) left : List.of();
    }

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return message;
    }
}
