package nightfill.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Texts whose characters have two or four bytes: by their mark, or because every other byte, nearly, is a NUL. */
final class Wide {

    private Wide() {}

    static boolean is(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), ISO_8859_1);
        return head.startsWith("\u00ff\u00fe")
                || head.startsWith("\u00fe\u00ff")
                || head.startsWith("\0\0\u00fe\u00ff")
                || isOfTwo(head)
                || isOfFour(head, ".\0\0\0", "[^\0].\0\0")
                || isOfFour(head, "\0\0\0.", "\0\0.[^\0]");
    }

    private static boolean isOfTwo(String head) {
        String pairs = head.substring(0, head.length() / 2 * 2);
        long before =
                pairs.replaceAll("(?s)(.).", "$1").chars().filter(c -> c == 0).count();
        long behind =
                pairs.replaceAll("(?s).(.)", "$1").chars().filter(c -> c == 0).count();
        long most = Math.max(before, behind);
        return pairs.length() > 2 && Math.min(before, behind) == 0 && 4 * most >= pairs.length();
    }

    private static boolean isOfFour(String head, String plain, String any) {
        String fours = head.substring(0, head.length() / 4 * 4);
        String[] characters = fours.isEmpty() ? new String[0] : fours.split("(?s)(?<=\\G.{4})");
        int count = 0;
        for (String character : characters) {
            if (!character.matches("(?s)" + any)) {
                return false;
            }
            count += character.matches("(?s)" + plain) ? 1 : 0;
        }
        return characters.length > 1 && 2 * count >= characters.length;
    }
}
