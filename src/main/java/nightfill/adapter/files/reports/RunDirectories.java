package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.domain.run.Run;
import org.apache.commons.io.function.IOFunction;

/** The directories of runs in OUTPUT, as {@code 2026-11-20/run-1}, entered name by name: no link leads out of it. */
record RunDirectories(Path output) {

    /** Of a run's directory in that of its date. */
    static String name(Run run) {
        return "run-" + run.number();
    }

    /** In the order of their names. */
    List<String> all() throws IOException {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (OpenDirectory open = OpenDirectory.of(output)) {
            return all(open);
        }
    }

    private static List<String> all(OpenDirectory output) throws IOException {
        List<String> found = new ArrayList<>();
        for (String date : output.names()) {
            if (date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && output.isDirectory(date)) {
                try (OpenDirectory runs = output.enter(date)) {
                    addRuns(date, runs, found);
                }
            }
        }
        return found;
    }

    private static void addRuns(String date, OpenDirectory runs, List<String> found) throws IOException {
        for (String run : runs.names()) {
            if (run.matches("run-[0-9]+") && runs.isDirectory(run)) {
                found.add(date + "/" + run);
            }
        }
    }

    /** Whether that file is there. */
    boolean exists(String directory, String file) throws IOException {
        try {
            return within(directory, run -> run.isFile(file));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        }
    }

    /** Lets work look into the directory of a run. */
    <T> T within(String directory, IOFunction<OpenDirectory, T> work) throws IOException {
        return within(output, directory, work);
    }

    /** Lets work look into a directory below another, as {@code refused/2026-11-20}. */
    static <T> T within(Path root, String way, IOFunction<OpenDirectory, T> work) throws IOException {
        try (OpenDirectory open = OpenDirectory.of(root)) {
            return Entry.within(open, way, work);
        }
    }

    /** Gives the directory of a run, if there is one, another name in OUTPUT. */
    void moveAside(Run run, String name) throws IOException {
        String date = run.date().toString();
        if (Files.isDirectory(output.resolve(date), LinkOption.NOFOLLOW_LINKS)) {
            try (OpenDirectory open = OpenDirectory.of(output);
                    OpenDirectory runs = open.enter(date)) {
                if (runs.isDirectory(name(run))) {
                    runs.rename(name(run), open, name);
                }
                new Entry(open, date).removeIfEmpty();
            }
        }
    }
}
