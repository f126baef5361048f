package nightfill.application.look;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.look.InstalledFiles.Opened;
import nightfill.application.look.RunFiles.Recorded;
import nightfill.application.problem.Problem;
import nightfill.domain.proof.FileState;
import nightfill.domain.proof.Manifest;
import nightfill.domain.proof.Sha256;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** Checks whether the files of a run in OUTPUT still have the hashes that are on record. */
public record CheckFiles(InstalledFiles installed) {

    /** No manifest is nearly as long. */
    private static final int MANIFEST = 1 << 16;

    /**
     * A file.
     *
     * @param sha256 as found; null of a missing one
     */
    public record Checked(
            RunFile file, long bytes, @Nullable String sha256, FileState state) {}

    /** Something that is done with a file that was opened. */
    private interface Work<T> {

        T with(Opened opened) throws IOException;
    }

    /** All files of a finished run, in their sequence. */
    public List<Checked> of(Recorded run) {
        Map<String, String> expected = expected(run);
        return RunFile.ALL.stream()
                .map(file -> check(run.name(), file, expected.get(file.name())))
                .toList();
    }

    /** Of the manifest of a run, whose hash is on record. */
    public FileState manifest(RunName run, String sha256) {
        return check(run, RunFile.MANIFEST, sha256).state();
    }

    /** Whether the rows are kept for which the last refused night of a date was refused. */
    public boolean isRefused(LocalDate date) {
        try (Opened kept = installed.openRefused(date).orElse(null)) {
            return kept != null;
        } catch (IOException e) {
            throw Problem.failed("the rejects of the refused night of %s cannot be read".formatted(date), e);
        }
    }

    /** How long all of them are together, which says how long it takes to check them. */
    public long bytes(Recorded run) {
        return RunFile.ALL.stream()
                .flatMap(file -> open(run.name(), file, Opened::bytes).stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The database has the hashes of the CSV reports and of the manifest, and that one those of all. */
    private Map<String, String> expected(Recorded run) {
        Map<String, String> expected = new HashMap<>();
        String sha256 = run.manifestSha256();
        if (sha256 != null) {
            if (check(run.name(), RunFile.MANIFEST, sha256).state() == FileState.UNCHANGED) {
                open(run.name(), RunFile.MANIFEST, manifest -> manifest.beginning(MANIFEST))
                        .ifPresent(text -> expected.putAll(Manifest.parse(text).listed()));
            }
            expected.put(RunFile.MANIFEST.name(), sha256);
        }
        expected.putAll(run.reports());
        return expected;
    }

    private Checked check(RunName run, RunFile file, @Nullable String expected) {
        return open(run, file, opened -> check(file, opened, expected))
                .orElseGet(() -> new Checked(file, 0, null, FileState.MISSING));
    }

    private static Checked check(RunFile file, Opened opened, @Nullable String expected) throws IOException {
        Sha256 sha256 = new Sha256();
        opened.copyTo(sha256.over(OutputStream.nullOutputStream()));
        String found = sha256.hex();
        return new Checked(file, opened.bytes(), found, FileState.of(expected, found));
    }

    private <T> Optional<T> open(RunName run, RunFile file, Work<T> work) {
        Optional<Opened> found = installed.open(run, file);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Opened opened = found.get()) {
            return Optional.of(work.with(opened));
        } catch (IOException e) {
            throw Problem.failed(
                    "%s cannot be read".formatted(installed.place(run).resolve(file.name())), e);
        }
    }
}
