package nightfill.domain.feed;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that people and their programs make of a feed's name: in other case, with blanks, numbered as a copy, with an
 * ending too many. A separator between its words is a blank too, however it is written, for nothing else is called so.
 */
final class NearMisses {

    private static final String NUMBER = "\\d{1,3}";
    private static final String COPY = "(?:copy|kopie|kopia|kopi|copie|copia|c[oó]pia|копия|コピー|副本)";
    private static final String COPY_OF =
            "(?:" + COPY + " ?(?:\\(" + NUMBER + "\\) ?)?(?:of |von |van |de |di |af |av |- )?)?";

    /** None of these begins with a hyphen at the name itself: such a name is another file's. */
    private static final String COPIED = "(?:"
            + String.join(
                    "|",
                    " ?[(\\[] ?" + NUMBER + " ?[)\\]]",
                    "(?: -? ?|[_.])" + NUMBER,
                    "(?: -? ?|_)" + COPY + "(?: ?\\(?" + NUMBER + "\\)?)?",
                    " ?\\( ?" + COPY + "(?: ?" + NUMBER + ")? ?\\)",
                    " ?\\([^()]*(?:conflict|konflikt|conflit)[^()]*\\)",
                    "\\.sync-conflict-[0-9a-z-]+")
            + ")*";

    private static final String ENDINGS = "(?= ?\\.(?:.*\\.)? ?csv(?![a-z]))(?: ?\\.+ ?(?:csv|txt|text))+[ .]*";

    private record Shape(String name, Pattern pattern) {

        static Shape of(String name) {
            String words = name.substring(0, name.length() - ".csv".length()).replace("_", "[ _-]*");
            return new Shape(name, Pattern.compile(" ?" + COPY_OF + words + COPIED + ENDINGS + COPIED + " ?"));
        }
    }

    private static final List<Shape> SHAPES =
            ArrivedName.READ.stream().map(Shape::of).toList();

    private NearMisses() {}

    /** The name that is read, and was meant, if any. */
    static Optional<String> meant(String name) {
        String plain = plain(name);
        return SHAPES.stream()
                .filter(shape -> shape.pattern.matcher(plain).matches())
                .map(Shape::name)
                .findFirst();
    }

    /** In lower case, each run of blanks and control characters as a space, without what does not show. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .map(NearMisses::plain)
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT).replaceAll(" +", " ");
    }

    private static int plain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            // the dotted capital and the dotless small letter of Turkish keyboards
            default -> point == 'İ' || point == 'ı' ? 'i' : point;
        };
    }
}
