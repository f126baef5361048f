package nightfill.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What is printed at the end of a soak: how each test class ended and what it has counted.
 *
 * @param classes all that should have run
 * @param suites how those ended that did, by their names
 * @param counted what they have counted, by their names
 */
public record SoakTable(List<String> classes, SortedMap<String, Suite> suites, Map<String, String> counted) {

    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final Path REPORTS = Path.of("target", "failsafe-reports");
    private static final String ROW = "%-24s %6s %8s %12s %8s  %s";

    /** How a test class ended, as the build's report says it. */
    record Suite(int tests, int skipped, int differences, double seconds) {

        static Suite in(Path report) throws IOException {
            try {
                Element suite = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(report.toFile())
                        .getDocumentElement();
                return new Suite(
                        number(suite, "tests"),
                        number(suite, "skipped"),
                        number(suite, "failures") + number(suite, "errors"),
                        Double.parseDouble(suite.getAttribute("time")));
            } catch (SAXException | ParserConfigurationException e) {
                throw new IllegalStateException(report.toString(), e);
            }
        }

        private static int number(Element suite, String name) {
            return Integer.parseInt(suite.getAttribute(name));
        }
    }

    static SoakTable of(List<String> classes, Path reports, List<String> figures) throws IOException {
        SortedMap<String, Suite> suites = new TreeMap<>();
        for (String name : classes) {
            Path report = reports.resolve("TEST-" + name + ".xml");
            if (Files.exists(report)) {
                suites.put(name, Suite.in(report));
            }
        }
        return new SoakTable(
                classes,
                suites,
                figures.stream()
                        .map(line -> line.split("\t", 2))
                        .collect(Collectors.toMap(
                                parts -> parts[0], parts -> parts[1], (one, more) -> one + "; " + more)));
    }

    /** Fails where a test class is missing, unless some were chosen by {@code -Dit.test}. */
    public static void main(String[] arguments) throws IOException {
        List<String> figures = Files.exists(Figures.FILE) ? Files.readAllLines(Figures.FILE) : List.of();
        SoakTable table = of(testClasses(), REPORTS, figures);
        table.lines().forEach(System.out::println);
        Files.deleteIfExists(Figures.FILE);
        if (!table.missing().isEmpty() && System.getProperty("it.test") == null) {
            throw new IllegalStateException("these test classes did not run: " + table.missing());
        }
    }

    private static List<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.endsWith("IT.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    List<String> missing() {
        return classes.stream().filter(name -> !suites.containsKey(name)).toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("soak", "tests", "skipped", "differences", "seconds", "")
                .stripTrailing());
        List<Suite> others = new ArrayList<>();
        suites.forEach((name, suite) -> {
            String what = counted.get(name);
            if (what == null) {
                others.add(suite);
            } else {
                lines.add(row(name.substring(name.lastIndexOf('.') + 1), List.of(suite), what));
            }
        });
        lines.add(row("all others", others, others.size() + " test classes"));
        lines.add(row("together", suites.values(), "%d of %d test classes".formatted(suites.size(), classes.size())));
        return lines;
    }

    private static String row(String name, Collection<Suite> suites, String counted) {
        return ROW.formatted(
                name,
                sum(suites, Suite::tests),
                sum(suites, Suite::skipped),
                sum(suites, Suite::differences),
                sum(suites, Suite::seconds),
                counted);
    }

    private static String sum(Collection<Suite> suites, ToDoubleFunction<Suite> figure) {
        return "%.0f".formatted(suites.stream().mapToDouble(figure).sum());
    }
}
