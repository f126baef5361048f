package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import nightfill.domain.access.Actor.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SCHEDULER | scheduler | process 77 on shop-1 | scheduler            | scheduler, process 77 on shop-1
            HOST      | anna      | process 77 on shop-1 | anna on shop-1       | anna, process 77 on shop-1
            HOST      | anna      | elsewhere            | anna                 | anna, elsewhere
            CONSOLE   | anna      | 192.0.2.7            | anna in the console  | anna in the console, 192.0.2.7
            TOKEN     | shop      | 192.0.2.7            | token shop           | token shop, 192.0.2.7
            """)
    void an_actor_is_called_by_name_and_way(Kind kind, String name, String origin, String title, String fullTitle) {
        Actor actor = new Actor(kind, name, origin);
        assertThat(actor.title()).isEqualTo(title);
        assertThat(actor.fullTitle()).isEqualTo(fullTitle);
    }

    @ParameterizedTest
    @CsvSource({"HOST, anna on shop-1", "SCHEDULER, anna"})
    void who_asks_by_a_process_has_its_host(Kind kind, String title) {
        Actor actor = Actor.ofProcess(kind, "anna", 77, "shop-1");
        assertThat(actor.title()).isEqualTo(title);
        assertThat(actor.origin()).isEqualTo("process 77 on shop-1");
    }
}
