package nightfill.adapter.web.console.look;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nightfill.application.look.Names.Kind;
import nightfill.domain.words.Identifiers;

/**
 * Something that can be looked up, as pages link to it.
 *
 * @param name any characters
 * @param path of its page, in which the name is safe
 */
record Named(String name, String path) {

    static Named order(String id) {
        return of(Kind.ORDER, id);
    }

    static Named batch(String reference) {
        return of(Kind.BATCH, reference);
    }

    static Named sku(String code) {
        return of(Kind.SKU, code);
    }

    static Named of(Kind kind, String name) {
        String page = switch (kind) {
            case ORDER -> "/order?id=";
            case BATCH -> "/batch?ref=";
            case SKU -> "/sku?code=";
        };
        return new Named(name, page + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    /** Whether a feed can bring anything of that name at all. */
    static boolean isPossible(String name) {
        return Identifiers.isIdentifier(name);
    }

    /** The same page from another key on. */
    String with(String parameter, Object value) {
        return path + "&" + parameter + "=" + value;
    }
}
