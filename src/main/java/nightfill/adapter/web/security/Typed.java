package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** What was typed beside name and password, and where. */
record Typed(String code, String address) {

    static Typed in(HttpServletRequest request) {
        String code = request.getParameter("code");
        return new Typed(code == null ? "" : code, request.getRemoteAddr());
    }

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return "from " + address;
    }
}
