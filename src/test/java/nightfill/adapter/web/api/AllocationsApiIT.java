package nightfill.adapter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nightfill.ServedConsole;
import nightfill.domain.access.Role;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.ProgramClient;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines that are allocated at once, as programs ask for them and as the next night and people see them. */
class AllocationsApiIT extends InstalledNightfill {

    private static final String ALLOCATIONS = "/api/allocations";

    @SuppressWarnings("NullAway.Init")
    private ServedConsole console;

    @SuppressWarnings("NullAway.Init")
    private ProgramClient shop;

    @BeforeEach
    void tenChairsAreLeft() {
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, "B-1,CHAIR,10,", "B-2,CHAIR,3,2026-12-01", "T-1,TABLE,1,");
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "A-1,1,TABLE,1", "A-1,2,TABLE,1");
        nightfill.run(FRIDAY).with(0);
        console = ServedConsole.over(database, root);
        shop = console.program("shop", Role.OPERATOR);
    }

    @AfterEach
    void end() {
        console.close();
    }

    private static String line(String order, String sku, int quantity) {
        return "{\"orderid\":\"%s\",\"line\":\"1\",\"sku\":\"%s\",\"qty\":%d}".formatted(order, sku, quantity);
    }

    private HttpResponse<String> ask(String order, String sku, int quantity) {
        return shop.post(ALLOCATIONS, line(order, sku, quantity));
    }

    private static String reason(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        return ProgramClient.json(refused).get("reason").stringValue();
    }

    @Test
    void a_line_has_its_batch_at_once_and_whoever_asks_again_gets_the_same_answer() throws Exception {
        HttpResponse<String> first = ask("U-1", "CHAIR", 8);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(ProgramClient.json(first))
                .isEqualTo(
                        json(
                                "{\"orderid\":\"U-1\",\"line\":\"1\",\"sku\":\"CHAIR\",\"qty\":8,\"batchref\":\"B-1\",\"eta\":null}"));
        assertThat(first.headers().firstValue("Location")).contains("/api/order?id=U-1");
        HttpResponse<String> again = ask("U-1", "CHAIR", 8);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());

        HttpResponse<String> later = ask("U-2", "CHAIR", 3);
        assertThat(ProgramClient.json(later).get("batchref").stringValue()).isEqualTo("B-2");
        assertThat(ProgramClient.json(later).get("eta").stringValue()).isEqualTo("2026-12-01");
        assertThat(query("select actor_kind, actor_name, act, subject, outcome, message from audit_log"
                        + " where actor_name = 'shop' order by id desc limit 2"))
                .containsExactlyInAnyOrder(
                        "TOKEN,shop,allocate at once,order U-1 line 1,DONE,batch B-1",
                        "TOKEN,shop,allocate at once,order U-2 line 1,DONE,batch B-2");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void what_gets_no_batch_is_told_why_and_not_stored() throws Exception {
        assertThat(reason(ask("U-1", "SOFA", 1))).isEqualTo("UNKNOWN_SKU");
        assertThat(reason(ask("U-1", "CHAIR", 14))).isEqualTo("SHORT");
        assertThat(reason(ask("U-1", "CHAIR", 11))).isEqualTo("NO_SINGLE_BATCH");
        assertThat(reason(shop.post(ALLOCATIONS, "{\"orderid\":\"A-1\",\"line\":\"2\",\"sku\":\"TABLE\",\"qty\":1}")))
                .as("left open by the night")
                .isEqualTo("SHORT");
        assertThat(query("select count(*) from urgent_line")).containsExactly("0");
        assertThat(ask("U-1", "CHAIR", 10).statusCode()).isEqualTo(201);
    }

    /** A feed cannot hold one, and a database would keep something else. */
    @Test
    void half_a_character_is_no_name() throws Exception {
        HttpResponse<String> refused = shop.post(ALLOCATIONS, "{\"orderid\":\"U\\ud800\",\"sku\":\"CHAIR\",\"qty\":1}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ProgramClient.json(refused).get("detail").stringValue())
                .startsWith("orderid holds the invisible character U+D800");
        assertThat(query("select count(*) from urgent_line")).containsExactly("0");
    }

    @Test
    void a_key_is_for_one_line() {
        Map<String, String> key = Map.of("Idempotency-Key", "\"k-1\"");
        HttpResponse<String> first = shop.post(ALLOCATIONS, key, line("U-1", "CHAIR", 1));
        assertThat(shop.post(ALLOCATIONS, key, line("U-1", "CHAIR", 1)).body()).isEqualTo(first.body());
        assertThat(shop.post(ALLOCATIONS, key, line("U-2", "CHAIR", 1)).statusCode())
                .isEqualTo(422);
        ProgramClient other = console.program("other", Role.OPERATOR);
        assertThat(other.post(ALLOCATIONS, key, line("U-2", "CHAIR", 1)).statusCode())
                .as("keys are each program's own")
                .isEqualTo(201);
    }

    @Test
    void nothing_is_allocated_at_once_while_a_night_is_unfinished() throws Exception {
        nightfill.arriveMixed(SATURDAY);
        stopInAllocation(SATURDAY);

        HttpResponse<String> locked = ask("U-1", "CHAIR", 1);
        assertThat(locked.statusCode()).isEqualTo(423);
        assertThat(ProgramClient.json(locked).get("detail").stringValue()).startsWith("2026-11-21 run 1 is unfinished");
        assertThat(locked.headers().firstValue("Retry-After")).isPresent();
        nightfill.run(SATURDAY).with(0);
        assertThat(ask("U-1", "CHAIR", 1).statusCode()).isEqualTo(201);
    }

    @Test
    void people_see_it_at_once_and_the_next_night_reports_it() throws Exception {
        ask("U-1", "CHAIR", 8);
        WebClient viewer = console.as(Role.VIEWER);
        assertThat(viewer.get("/order?id=U-1").body()).contains("B-1", "at once; the next night reports it");
        assertThat(viewer.get("/batch?ref=B-1").body())
                .contains("of 10 units, 8 are promised, 0 have left, 2 are free", "U-1", "at once");
        assertThat(viewer.get("/sku?code=CHAIR").body()).contains("2 units are free in the warehouse");
        assertThat(viewer.get("/find?text=U-1").headers().firstValue("Location"))
                .contains("/order?id=U-1");
        JsonNode shown =
                ProgramClient.json(shop.get("/api/order?id=U-1")).get("items").get(0);
        assertThat(shown.get("loaded").isNull()).isTrue();
        assertThat(shown.at("/promise/batchref").stringValue()).isEqualTo("B-1");
        assertThat(ProgramClient.json(shop.get("/api/batch/lines?ref=B-1")).get("items"))
                .hasSize(1);

        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "B-1,CHAIR,10,", "B-2,CHAIR,3,2026-12-01", "T-1,TABLE,1,");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "U-1,1,CHAIR,8", "A-2,1,CHAIR,3");
        nightfill.run(SATURDAY).with(0);
        assertThat(nightfill.reports(SATURDAY + "/run-1").resolve("allocations.csv"))
                .content()
                .contains("U-1,1,CHAIR,8,B-1,");
        assertThat(viewer.get("/order?id=U-1").body())
                .contains("2026-11-21 run 1")
                .doesNotContain("at once;");
        assertThat(ProgramClient.json(shop.get("/api/order?id=U-1")).get("items"))
                .hasSize(1);
        nightfill.nightfill("audit").with(0);
        nightfill.nightfill("replay", "--date", SATURDAY).with(0);
        assertThat(ask("U-1", "CHAIR", 8).statusCode()).isEqualTo(201);
    }

    @Test
    void of_fifty_programs_who_want_the_last_thirteen_units_thirteen_get_one() throws Exception {
        List<ProgramClient> programs = IntStream.range(0, 50)
                .mapToObj(number -> console.program("crowd-" + number, Role.OPERATOR))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(programs.size());
        try {
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(IntStream.range(0, programs.size())
                    .<Callable<HttpResponse<String>>>mapToObj(number ->
                            () -> programs.get(number).post(ALLOCATIONS, line("C-" + number, "CHAIR", 1)))
                    .toList());
            long got = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                int status = answer.get().statusCode();
                assertThat(status).as(answer.get().body()).isIn(201, 409);
                got += status == 201 ? 1 : 0;
            }
            assertThat(got).isEqualTo(13);
        } finally {
            threads.shutdown();
        }
        assertThat(query("select batch_reference, sum(quantity) from urgent_line group by 1 order by 1"))
                .containsExactly("B-1,10", "B-2,3");
    }
}
