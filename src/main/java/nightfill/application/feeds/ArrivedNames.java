package nightfill.application.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.Input;
import nightfill.domain.feed.ArrivedName;
import nightfill.domain.feed.ArrivedName.Foreign;
import nightfill.domain.feed.ArrivedName.NearMiss;
import nightfill.domain.feed.ArrivedName.Read;
import nightfill.domain.feed.ArrivedName.Upload;
import nightfill.domain.feed.Feed;

/** The names of the files in INPUT for a date: what is there, on its way, or misnamed. */
record ArrivedNames(Input input, List<String> all) {

    private static final int TOLD = 5;

    static ArrivedNames of(FeedFiles files, Input input) throws IOException {
        List<String> names = new ArrayList<>(files.names(input.path()));
        for (String directory : ArrivedName.uploadDirectories()) {
            files.names(input.path().resolve(directory)).forEach(name -> names.add(directory + "/" + name));
        }
        return new ArrivedNames(input, names);
    }

    boolean has(String name) {
        return all.contains(name);
    }

    List<String> read() {
        return those(Read.class).toList();
    }

    List<String> foreign() {
        return those(Foreign.class).filter(name -> !name.contains("/")).toList();
    }

    /** @throws Problem (not ready) when any file is still being uploaded */
    void requireWritten() {
        List<String> uploads = those(Upload.class).toList();
        if (!uploads.isEmpty()) {
            throw Problem.notReady(
                    "%s is still being written to: ".formatted(input.path()) + list(uploads, ArrivedNames::underWay),
                    Remedy.mend("run again when that is done"),
                    Remedy.mend("remove what an upload that failed has left"));
        }
    }

    private static String underWay(String name) {
        String of = ((Upload) ArrivedName.of(name)).of().orElse("a file");
        return "\"%s\" is an upload of %s".formatted(name, of);
    }

    /** @throws Problem (not ready) when a feed is missing without which no night can start */
    void requireMandatory() {
        Arrays.stream(Feed.values()).filter(Feed::mandatory).forEach(feed -> require(feed, "", Act.NAME_INPUT));
    }

    /** @throws Problem (not ready) when the feed is missing, or has a name that is not quite its own */
    void require(Feed feed, String why, Remedy... others) {
        if (has(feed.fileName())) {
            return;
        }
        String missing = "%s is not there yet%s".formatted(input.file(feed.fileName()), why);
        List<String> misnamed = those(NearMiss.class).toList();
        if (misnamed.stream().noneMatch(name -> meant(name).equals(feed.fileName()))) {
            throw Problem.notReady(missing, remedies(Remedy.mend("send it"), others));
        }
        throw Problem.notReady(missing + "; there lies " + list(misnamed, ArrivedNames::misnamed), rename(misnamed));
    }

    private static Remedy[] remedies(Remedy first, Remedy... others) {
        return Stream.concat(Stream.of(first), Arrays.stream(others)).toArray(Remedy[]::new);
    }

    private static Remedy rename(List<String> names) {
        return Remedy.mend(names.size() == 1 ? "rename it" : "rename them");
    }

    /** @throws Problem (refused) when a file is there that was meant to be read, and would not be */
    void requireWellNamed() {
        List<String> misnamed = those(NearMiss.class).toList();
        if (!misnamed.isEmpty()) {
            String what = "%s holds %s".formatted(input.path(), list(misnamed, ArrivedNames::misnamed));
            boolean hasRival = misnamed.stream().anyMatch(name -> has(meant(name)));
            throw hasRival
                    ? Problem.refused(what, Remedy.mend("keep the right one, under the name that it should have"))
                    : Problem.refused(what, rename(misnamed), Remedy.mend("remove what is not meant"));
        }
    }

    private static String misnamed(String name) {
        return "\"%s\", which should be %s".formatted(name, meant(name));
    }

    private static String meant(String name) {
        return ((NearMiss) ArrivedName.of(name)).meant();
    }

    private Stream<String> those(Class<? extends ArrivedName> kind) {
        return all.stream().filter(name -> kind.isInstance(ArrivedName.of(name)));
    }

    private static String list(List<String> names, Function<String, String> words) {
        String told = names.stream().limit(TOLD).map(words).collect(Collectors.joining(", and "));
        return names.size() > TOLD ? told + ", and %,d more".formatted(names.size() - TOLD) : told;
    }
}
