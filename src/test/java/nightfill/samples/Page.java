package nightfill.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page for people, and what it claims: commands with their output, rows of feeds and reports, links. */
record Page(Path file, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("^```([a-z]*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern QUOTED_ROW = Pattern.compile("`((?:[0-9]{4}|PO-[0-9]+-[0-9]|[a-z_]+\\.csv),[^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern TABLE = Pattern.compile("(?:^\\| .*\n)(?:^\\|.*\n)+", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    static Page at(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands in the order in which they are shown, each with what it is said to print. */
    Stream<Step> steps() {
        return blocks("console").flatMap(Page::steps);
    }

    private static Stream<Step> steps(String block) {
        return Stream.of(block.substring("$ ".length()).split("\n\\$ ", -1))
                .map(step -> step.strip().split("\n", 2))
                .map(parts -> new Step(parts[0], parts.length == 1 ? "" : parts[1]));
    }

    /** The one block in that language. */
    String block(String language) {
        return blocks(language)
                .reduce((one, another) -> {
                    throw new IllegalStateException("several blocks in " + language);
                })
                .orElseThrow();
    }

    Stream<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }

    /** Rows that are quoted in the running text. */
    Stream<String> quotedRows() {
        return QUOTED_ROW.matcher(text).results().map(row -> row.group(1));
    }

    /** The targets of links, as they are written. */
    Stream<String> links() {
        Matcher links = LINK.matcher(prose().replaceAll("`[^`]*`", ""));
        return links.results().map(link -> link.group(1));
    }

    /** What a link may name behind its {@code #}: the headings, written as GitHub does. */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        HEADING.matcher(prose()).results().map(Page::anchor).forEach(anchors::add);
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The first cells of the rows of all tables. */
    Stream<String> firstCells() {
        return tables().flatMap(Page::firstCellsOf);
    }

    /** Those of the tables whose first column has that heading. */
    Stream<String> firstCells(String heading) {
        return tables().filter(table -> table.startsWith("| " + heading + " |")).flatMap(Page::firstCellsOf);
    }

    private Stream<String> tables() {
        return TABLE.matcher(prose()).results().map(MatchResult::group);
    }

    private static Stream<String> firstCellsOf(String table) {
        return table.lines().map(row -> row.split(" \\| ", 2)[0]);
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** A command and its output. */
    record Step(String command, String output) {

        /** Times and sizes are of no interest. */
        static String timeless(String output) {
            return output.replaceAll("[0-9-]{10} [0-9:]{8}( [-+][0-9:]{5})?", "DATE AND TIME")
                    .replaceAll("process [0-9]+ on", "process N on")
                    .replaceAll("\\b[0-9]:[0-9:]{5}\\b", "H:MM:SS")
                    .replaceAll("[0-9,]+ bytes", "N bytes");
        }

        @Override
        public String toString() {
            return command;
        }
    }
}
