package nightfill.application;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What was ordered on the command line.
 *
 * @param maxRejects as written, empty for the default
 * @param correction whether the date's finished run is to be replaced
 * @param acceptSameFeed whether order lines count also where another date has brought the same file
 * @param acceptShrunkFeeds whether feeds count also where they take away more than whole feeds would
 * @param takeOver whether the lock of an owner that gives no sign of life is to be taken
 */
public record NightOrder(
        LocalDate date,
        Path input,
        Path output,
        String maxRejects,
        boolean correction,
        boolean acceptSameFeed,
        boolean acceptShrunkFeeds,
        boolean takeOver) {

    public Input feeds() {
        return new Input(input, date);
    }

    public NightOrder on(LocalDate otherDate) {
        return new NightOrder(
                otherDate, input, output, maxRejects, correction, acceptSameFeed, acceptShrunkFeeds, takeOver);
    }
}
