package nightfill.application.act;

import java.util.List;
import java.util.stream.Stream;
import nightfill.application.act.Verdict.Possible;
import nightfill.domain.run.Run.State;

/** What it means to take up a run. */
final class GoingOn {

    private static final List<String> END = List.of(
            "write the reports, balance the books, and put the reports into OUTPUT",
            "publish them, where they are owed or a directory was named");

    private GoingOn() {}

    static Possible of(State state) {
        return state == State.LOADING
                ? new Possible(
                        with(
                                "go on behind the last row that is loaded, or load anew if INPUT has other feeds by now",
                                "let the feeds take effect, all in one moment",
                                "allocate every open line"),
                        List.of("let a part of the feeds count"))
                : new Possible(
                        with("allocate the lines that have no decision yet"),
                        List.of("do anything again that is done", "take anything from feeds that changed in INPUT"));
    }

    private static List<String> with(String... first) {
        return Stream.concat(Stream.of(first), END.stream()).toList();
    }
}
