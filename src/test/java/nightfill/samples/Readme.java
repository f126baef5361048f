package nightfill.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What README.md claims: commands with their output, and rows of feeds and reports. */
final class Readme {

    private static final Pattern CONSOLE =
            Pattern.compile("^```console\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern QUOTED_ROW = Pattern.compile("`((?:[0-9]{4}|PO-[0-9]+-[0-9]|[a-z_]+\\.csv),[^`]*)`");

    private final String text;

    Readme() throws IOException {
        text = Files.readString(Path.of("README.md"));
    }

    /** The commands in the order in which they stand, each with what it is said to print. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        CONSOLE.matcher(text).results().map(block -> block.group(1)).forEach(block -> {
            for (String step : block.substring("$ ".length()).split("\n\\$ ", -1)) {
                String[] parts = step.strip().split("\n", 2);
                steps.add(new Step(parts[0], parts.length == 1 ? "" : parts[1]));
            }
        });
        return steps;
    }

    /** The one block in that language. */
    String block(String language) {
        Pattern block = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
        return block.matcher(text)
                .results()
                .map(found -> found.group(1))
                .reduce((one, another) -> {
                    throw new IllegalStateException("several blocks in " + language);
                })
                .orElseThrow();
    }

    /** Rows that stand in the running text. */
    Stream<String> quotedRows() {
        Matcher rows = QUOTED_ROW.matcher(text);
        return rows.results().map(row -> row.group(1));
    }

    /** A command and its output. */
    record Step(String command, String output) {

        /** Times and sizes are of no interest. */
        static String timeless(String output) {
            return output.replaceAll("[0-9-]{10} [0-9:]{8}", "DATE AND TIME")
                    .replaceAll("\\b[0-9]:[0-9:]{5}\\b", "H:MM:SS")
                    .replaceAll("[0-9,]+ bytes", "N bytes");
        }

        @Override
        public String toString() {
            return command;
        }
    }
}
