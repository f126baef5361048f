package nightfill.harness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a browser shows of a night's page. */
public record ShownPage(Browser browser) {

    private static final String TEXT = """
            const text = cell => {
                const whole = cell.querySelector('bdi');
                if (whole) return whole.textContent;
                const copy = cell.cloneNode(true);
                if (cell.tagName === 'TH') copy.querySelectorAll('.soft').forEach(part => part.remove());
                return copy.textContent.replace(/\\s+/g, ' ').trim();
            };
            """;

    /** Every section's tables: the cells of each row, joined by bars, without the explanation of a row's heading. */
    public Map<String, List<String>> tables() {
        Object tables = browser.evaluate(TEXT + """
                return [...document.querySelectorAll('section')].map(section => [section.id,
                    [...section.querySelectorAll('tbody tr')].map(row =>
                        [...row.cells].filter(cell => cell.dataset.label !== 'to lines').map(text).join(' | '))]);
                """);
        Map<String, List<String>> bySection = new LinkedHashMap<>();
        for (List<?> section : lists(tables)) {
            bySection.put(String.valueOf(section.get(0)), texts(section.get(1)));
        }
        return bySection;
    }

    /** What a selector finds, as text. */
    public List<String> texts(String selector, String property) {
        return texts(browser.evaluate(
                "return [...document.querySelectorAll(\"%s\")].map(found => found.%s)".formatted(selector, property)));
    }

    /** Pixels that stand out to the right. */
    public long overflow() {
        return (Long) browser.evaluate("return document.scrollingElement.scrollWidth - innerWidth");
    }

    private static List<List<?>> lists(Object found) {
        return ((List<?>) found).stream().<List<?>>map(part -> (List<?>) part).collect(Collectors.toList());
    }

    private static List<String> texts(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
