package nightfill.application.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.run.Input;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** INPUT and the copies of a run, in memory. */
public final class InMemoryInputFiles implements InputFiles {

    public final Map<Feed, Long> lengths = new EnumMap<>(Feed.class);
    public final Map<Feed, String> hashes = new EnumMap<>(Feed.class);
    final List<String> read = new ArrayList<>();
    boolean seen = true;
    boolean unreadable;

    @Nullable
    Feed lost;

    @Override
    public Optional<Map<Feed, Long>> lengths(Input input) {
        return seen ? Optional.of(lengths) : Optional.empty();
    }

    @Override
    public Optional<String> sha256(Path file, Duration patience) throws IOException {
        String name = String.valueOf(file.getFileName());
        read.add(name);
        if (unreadable) {
            throw new IOException("permission denied");
        }
        return Feed.named(name).map(hashes::get);
    }

    @Override
    public boolean isKept(RunName run, Feed feed, long bytes) {
        return feed != lost;
    }
}
