package nightfill.application.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.sample.FeedWriter.FeedText;
import nightfill.domain.feed.Feed;

/** Writes an invented night of any size, to try Nightfill with; the same date, size and seed give the same bytes. */
public record GenerateNight(FeedWriter writer) {

    /**
     * Writes {@code <directory>/<date>} with that many order lines.
     *
     * @return the directory of the night
     * @throws Problem (usage) for a number of lines or a date that no night can have, (refused) when the night exists
     */
    public Path generate(LocalDate date, long lines, long seed, Path directory) throws IOException {
        requireLines(lines);
        requireBusinessDate(date);
        SampleNight night = new SampleNight(date, lines, seed);
        return writer.write(
                directory.resolve(date.toString()),
                List.of(
                        new FeedText(Feed.BATCHES, "ref,sku,qty,eta", night::batches),
                        new FeedText(Feed.ORDER_LINES, "orderid,line,sku,qty", night::orderLines)));
    }

    private static void requireLines(long lines) {
        if (lines < 1 || lines > Integer.MAX_VALUE) {
            throw Problem.usage(
                    "%d lines cannot be generated".formatted(lines),
                    Remedy.mend("ask for 1 to %d".formatted(Integer.MAX_VALUE)));
        }
    }

    private static void requireBusinessDate(LocalDate date) {
        if (date.getYear() < 2000 || date.getYear() > 2199) {
            throw Problem.usage("%s is not a date from 2000-01-01 to 2199-12-31".formatted(date));
        }
    }
}
