package nightfill.domain.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the name of a file says that lies where the feeds of a night arrive. */
public sealed interface ArrivedName {

    /** The name of the sender's word. */
    String CONTROL = "control.csv";

    /** Names that are read: those of feeds, and of the sender's word. */
    List<String> READ = Stream.concat(Feed.SENT.stream().map(Feed::fileName), Stream.of(CONTROL))
            .toList();

    /** A file that is read. */
    record Read() implements ArrivedName {}

    /**
     * A file that somebody is writing still, under a name that it gives up for its own when it is whole.
     *
     * @param of the name that it will get, as far as it shows
     */
    record Upload(Optional<String> of) implements ArrivedName {}

    /** A file that was meant to be read, but for how its name is written. */
    record NearMiss(String meant) implements ArrivedName {}

    /** Any other file. */
    record Foreign() implements ArrivedName {}

    /**
     * Judges the name of a file.
     *
     * @param name its path below where feeds arrive, if it lies in one of {@link #uploadDirectories}
     */
    static ArrivedName of(String name) {
        if (READ.contains(name)) {
            return new Read();
        }
        if (UploadNames.isOne(name)) {
            return new Upload(UploadNames.of(name));
        }
        return NearMisses.meant(name).<ArrivedName>map(NearMiss::new).orElseGet(Foreign::new);
    }

    /** Whether a feed came, or is on its way, under that name, even if it is not quite the right one. */
    static boolean isOfFeed(String name) {
        ArrivedName arrived = of(name);
        if (arrived instanceof NearMiss miss) {
            return Feed.sentAs(miss.meant()).isPresent();
        }
        if (arrived instanceof Upload upload) {
            return upload.of().flatMap(Feed::sentAs).isPresent();
        }
        return Feed.sentAs(name).isPresent();
    }

    /** Directories beside the feeds in which clients keep what they have not finished. */
    static List<String> uploadDirectories() {
        return Stream.concat(UploadNames.DIRECTORIES.stream(), READ.stream().map(name -> name + ".download"))
                .toList();
    }
}
