package nightfill.harness;

import java.util.List;

/** What a feed may call things, and a page must show as text and nothing else. */
public final class HostileTexts {

    /** Each a valid identifier. */
    public static final List<String> IDENTIFIERS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)' x='",
            "</title></textarea><svg onload=alert(1)>",
            "{{{page}}}{{>top}}",
            "javascript:alert(1)",
            "a&amp;b%26c%2Fd?e=f&after=9#g+h i;j/../k\\l",
            "\u05D0gnp.exe\u05D0\u05D1",
            "\uD83D\uDE80 \u0646\u0635 \u200C\u200Dz",
            "x".repeat(255));

    private HostileTexts() {}
}
