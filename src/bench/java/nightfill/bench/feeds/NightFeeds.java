package nightfill.bench.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.files.feeds.FilesystemFeedWriter;
import nightfill.application.sample.FeedWriter.FeedText;

/** The feeds of one night. */
public interface NightFeeds {

    String LINE_HEADER = "orderid,line,sku,qty";
    String BATCH_HEADER = "ref,sku,qty,eta";

    LocalDate date();

    List<FeedText> texts();

    /** Writes them into a directory for their date, in that one. */
    default Path write(Path directory) throws IOException {
        return new FilesystemFeedWriter().write(directory.resolve(date().toString()), texts());
    }
}
