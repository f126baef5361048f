package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Where people come in for whom an identity provider vouches. */
public final class AtProvider {

    /** Leads to the provider. */
    public static final String PATH = WayIn.PATH + "/provider";

    /** Where the provider sends people back to. */
    public static final String BACK = PATH + "/back";

    private static final String AGAIN = "again";
    private static final String WHY = "provider";

    private AtProvider() {}

    /** The way there, and from there to a page. */
    public static String path(String to) {
        String back = WayBack.parameter(to);
        return back.isEmpty() ? PATH : PATH + "?" + back;
    }

    /** The same for somebody who is to prove once more who they are, back to the page of a form. */
    static String again(HttpServletRequest request) {
        String query = ForeignRequests.isReading(request) ? request.getQueryString() : null;
        String back = WayBack.parameter(request.getRequestURI() + (query == null ? "" : "?" + query));
        return PATH + "?" + AGAIN + "&" + back;
    }

    public static boolean isAgain(HttpServletRequest request) {
        return request.getParameter(AGAIN) != null;
    }

    /** The page that says why nobody came in, and leads to where they wanted to go. */
    public static String refused(String why, String to) {
        return WayIn.path(WHY + "=" + why, to);
    }

    /** The same where it was the database that did not answer. */
    public static String gone(String to) {
        return WayIn.path("gone", to);
    }

    /** Why nobody came in by the log-in before; empty where that is not known. */
    public static String refusal(HttpServletRequest request) {
        String why = request.getParameter(WHY);
        return why == null ? "" : why;
    }
}
