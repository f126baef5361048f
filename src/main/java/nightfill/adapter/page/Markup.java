package nightfill.adapter.page;

import com.samskivert.mustache.Escapers;

/** Text as HTML. */
final class Markup {

    private Markup() {}

    /** A code or file name that may break behind each of its words. */
    static String breakable(String code) {
        return Escapers.HTML.escape(code).replaceAll("([_:])", "$1<wbr>");
    }
}
