package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.ServedConsole;

/** An administrator who logs in to one console after another. */
public final class ConsoleVisitor {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final ServedConsole.Person person;

    public ConsoleVisitor(ServedConsole.Person person) {
        this.person = person;
    }

    /** Logs in as soon as the console is ready. */
    public WebClient at(Child console) throws IOException {
        WebClient client = new WebClient(RunningConsole.place(console));
        assertThat(client.logIn(person.name(), ServedConsole.PASSWORD, person.recoveryCode())
                        .statusCode())
                .isEqualTo(302);
        return client;
    }

    /** Looks at what an act will do and presses its button; returns the number of the request. */
    public static String press(WebClient client, String act) {
        HttpResponse<String> page = client.get(act);
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).as(page.body()).isTrue();
        HttpResponse<String> pressed = client.post(act, Map.of("seen", seen.group(1)));
        assertThat(pressed.statusCode()).as(pressed.body()).isEqualTo(303);
        return pressed.headers().firstValue("Location").orElseThrow().replaceAll(".*=", "");
    }
}
