package nightfill.application.publish;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Publication;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.run.Run;

/** Publications in a database in memory. */
public final class InMemoryPublications implements Publications {

    private final InMemoryDatabase database;
    private final InMemoryRuns runs;

    public InMemoryPublications(InMemoryDatabase database) {
        this.database = database;
        this.runs = new InMemoryRuns(database);
    }

    @Override
    public void owe(Path directory, Collection<Run> owed) {
        note(directory, owed, false);
    }

    @Override
    public void published(Path directory, Collection<Run> standing) {
        note(directory, standing, true);
    }

    private void note(Path directory, Collection<Run> those, boolean stands) {
        for (Run run : those) {
            database.publications.put(
                    row -> row.directory().equals(directory) && row.run() == run.id(),
                    new Publication(directory, run.id(), stands));
        }
    }

    @Override
    public Set<Long> published(Path directory) {
        return database.publications
                .where(row -> row.directory().equals(directory) && row.stands())
                .map(Publication::run)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Path> owed() {
        List<Long> finished = runs.everFinished().stream().map(Run::id).toList();
        return database.publications
                .where(row -> !row.stands() && finished.contains(row.run()))
                .map(Publication::directory)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void forget(Path directory) {
        database.publications.delete(row -> row.directory().equals(directory));
    }
}
