package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A console that was started as a process. */
public final class RunningConsole {

    private static final Pattern PLACE = Pattern.compile("the console is at (\\S+/)");

    private RunningConsole() {}

    /** Where it answers, as soon as it says so. */
    public static URI place(Child console) throws IOException {
        await().atMost(Child.PATIENCE)
                .until(() -> !console.isAlive() || PLACE.matcher(console.out()).find());
        Matcher place = PLACE.matcher(console.out());
        assertThat(place.find()).as(console.err()).isTrue();
        return URI.create(place.group(1));
    }
}
