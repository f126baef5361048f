package nightfill.model;

import java.util.List;

/** Fields and rows that must be rejected. */
final class BadWords {

    static final List<String> IDENTIFIERS = List.of(
            "",
            "=1+1",
            "+a",
            "-a",
            "@a",
            "a\u0001b",
            "a\u0085",
            "a\u007fb",
            "a\u0000",
            "a\tb",
            "a\u200bb",
            "\ufeffa",
            "a\u00ad",
            "\ud834\udd73",
            "\uff1d1",
            "\uff0ba",
            "\uff0d",
            "\uff20a",
            "\u200d",
            "\u00a0",
            "\ud83d\ude00".repeat(256));
    static final List<String> QUANTITIES = List.of(
            "",
            "-1",
            "+1",
            "1e3",
            "1.0",
            "\u0663",
            "2147483648",
            "99999999999999999999",
            "0x1",
            "1 0",
            "1\u00a00",
            "\u200b1",
            "1\u0000");
    static final List<String> DATES = List.of(
            "2026-02-29",
            "2026-2-1",
            "1999-12-31",
            "2200-01-01",
            "0000-01-01",
            "20260101",
            "2026-01-01T00:00",
            "+2026-01-01",
            "\u0662\u0660\u0662\u0666-01-01",
            "x",
            "unknown.",
            "infinity",
            "2026-13-01",
            "2026-00-10",
            "\u0000");
    static final List<String> ROWS = List.of(
            "x", "a,b", "a,b,c,d,e,f,g,h", ",,,,,,,,-", "-", "\t=", "\ufeff=", "a, \"b\",1,", "\u00a0\"", "\u200b=1");

    /** Rows that are none. */
    static final List<String> EMPTY =
            List.of(" ", "\"\"", ",,,,,,,,", ",,,", "\ufeff", "\u00a0,\"\" ,\t", "\"\u3000\"");

    private BadWords() {}
}
