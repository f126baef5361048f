package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.Inbox;
import nightfill.application.feeds.ControlReader;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.words.Rules;

/** Reads the sender's word by the same rules as feeds; unlike them it is right in every row, or refused. */
public record CsvControlReader(Inbox inbox) implements ControlReader {

    @Override
    public List<ControlEntry> read(Path file) throws IOException {
        try (CsvFile csv = CsvFile.open(inbox, file, Rules.CURRENT)) {
            return new ControlEntries(csv).all();
        }
    }
}
