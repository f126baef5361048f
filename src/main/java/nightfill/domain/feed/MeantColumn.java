package nightfill.domain.feed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which column somebody may have meant who named one that is not read. */
public final class MeantColumn {

    /** What others call it, without separators; endings that number or identify it are understood. */
    private static final Map<String, Set<String>> OTHER_NAMES = Map.of(
            "orderid",
            Set.of("order", "orderref", "orderreference", "salesorder", "customerorder", "oid", "bestell", "auftrags"),
            "line",
            Set.of(
                    "lineitem",
                    "orderline",
                    "orderlineitem",
                    "orderitem",
                    "linie",
                    "zeile",
                    "zeilen",
                    "pos",
                    "position"),
            "sku",
            Set.of("skus", "article", "artikel", "art", "item", "product", "part", "stockkeepingunit"),
            "qty",
            Set.of(
                    "quantity",
                    "quantities",
                    "quantityordered",
                    "orderedquantity",
                    "orderquantity",
                    "qtyordered",
                    "orderedqty",
                    "orderqty",
                    "qtys",
                    "qtty",
                    "qnty",
                    "quant",
                    "pieces",
                    "pcs",
                    "menge",
                    "anzahl"),
            "eta",
            Set.of(
                    "etadate",
                    "dateeta",
                    "arrival",
                    "arrivaldate",
                    "dateofarrival",
                    "expectedarrival",
                    "expectedarrivaldate",
                    "estimatedarrival",
                    "estimatedarrivaldate",
                    "estimatedtimeofarrival"),
            "ref",
            Set.of("refs", "reference", "batch", "batchref", "batchreference"),
            "batchref",
            Set.of("batch", "batchreference", "ref", "reference"));

    /** These say what it is only together with an ending: alone they may as well be a description. */
    private static final Set<String> VAGUE =
            Set.of("article", "artikel", "art", "item", "product", "part", "bestell", "auftrags");

    private static final Set<String> ENDINGS =
            Set.of("", "id", "no", "nr", "num", "number", "nummer", "code", "key", "idno", "numbers", "nos", "ids");

    /** Short words are a letter away from too many others. */
    private static final int LONG_ENOUGH = 4;

    private MeantColumn() {}

    /** The column of the feed, if any, that a name resembles. */
    public static Optional<String> of(Feed feed, String name) {
        String plain = plain(name);
        return Stream.concat(feed.required().stream(), feed.optional().stream())
                .filter(column -> resembles(plain, column))
                .findFirst();
    }

    /** What the column has, in plain words. */
    public static String contents(String column) {
        return switch (column) {
            case "line" -> "line numbers";
            default -> "values of " + column;
        };
    }

    /** In lower case, letters and digits alone. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static boolean resembles(String plain, String column) {
        return ENDINGS.stream().filter(plain::endsWith).anyMatch(ending -> {
                    String stem = plain.substring(0, plain.length() - ending.length());
                    return stem.equals(column)
                            || (OTHER_NAMES.getOrDefault(column, Set.of()).contains(stem)
                                    && !(ending.isEmpty() && VAGUE.contains(stem)));
                })
                || isMistyped(plain, column);
    }

    /** Whether two neighbours changed places, or one letter is too many or too few. */
    private static boolean isMistyped(String plain, String column) {
        return isSwapped(plain, column)
                || (column.length() >= LONG_ENOUGH && (lacksOne(plain, column) || lacksOne(column, plain)));
    }

    private static boolean isSwapped(String left, String right) {
        int first = common(left, right);
        return left.length() == right.length()
                && first + 1 < left.length()
                && left.charAt(first) == right.charAt(first + 1)
                && left.charAt(first + 1) == right.charAt(first)
                && left.substring(first + 2).equals(right.substring(first + 2));
    }

    private static boolean lacksOne(String shorter, String longer) {
        return shorter.length() + 1 == longer.length()
                && longer.substring(common(shorter, longer) + 1).equals(shorter.substring(common(shorter, longer)));
    }

    private static int common(String left, String right) {
        int index = 0;
        while (index < Math.min(left.length(), right.length()) && left.charAt(index) == right.charAt(index)) {
            index++;
        }
        return index;
    }
}
