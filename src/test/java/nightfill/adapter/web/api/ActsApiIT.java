package nightfill.adapter.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nightfill.ServedConsole;
import nightfill.application.token.ManageTokens;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.harness.Child;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.ProgramClient;
import nightfill.harness.RunningConsole;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that look at nights and do something about them, and how they come in. */
class ActsApiIT extends InstalledNightfill {

    private static final String RESTART = "/api/nights/2026-11-20/1/restart";
    private static final String ABANDON = "/api/nights/2026-11-20/1/abandon";

    private static String pressed(HttpResponse<String> shown, String note) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("seen", ProgramClient.json(shown).get("seen").stringValue(), "note", note));
    }

    @Test
    void a_stopped_night_is_restarted_once_to_what_was_seen() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        stopInAllocation(FRIDAY);
        nightfill.launcher();
        try (Child console = nightfill.startConsole()) {
            ProgramClient scheduler = ProgramClient.of(RunningConsole.place(console), token());
            JsonNode attention = ProgramClient.json(scheduler.get("/api/attention"));
            assertThat(attention.at("/troubles/0/status").stringValue()).isEqualTo("STOPPED");

            HttpResponse<String> shown = scheduler.get(RESTART);
            assertThat(ProgramClient.json(shown).get("reason").isNull()).isTrue();
            assertThat(ProgramClient.json(shown).get("effects"))
                    .extracting(JsonNode::stringValue)
                    .contains("allocate the lines that have no decision yet");
            HttpResponse<String> accepted = scheduler.post(RESTART, pressed(shown, "the disk is free again"));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            assertThat(scheduler.post(RESTART, pressed(shown, "")).statusCode())
                    .as("seen before the first")
                    .isEqualTo(409);

            String href = ProgramClient.json(accepted).get("href").stringValue();
            await().atMost(Child.PATIENCE)
                    .until(() -> !ProgramClient.json(scheduler.get(href))
                            .get("answer")
                            .isNull());
            JsonNode asked = ProgramClient.json(scheduler.get(href));
            assertThat(asked.at("/answer/outcome").stringValue())
                    .as(asked.toString())
                    .isEqualTo("DONE");
            assertThat(asked.at("/request/actor/name").stringValue()).isEqualTo("scheduler");
            assertThat(asked.at("/request/note").stringValue()).isEqualTo("the disk is free again");
            JsonNode run = ProgramClient.json(scheduler.get("/api/nights/2026-11-20/1"));
            assertThat(run.get("status").stringValue()).isEqualTo("FINISHED");
            assertThat(run.at("/figures/loaded/lines").longValue()).isPositive();
        }
    }

    private String token() {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            return console.program("scheduler", Role.OPERATOR).token();
        }
    }

    @Test
    void what_cannot_be_undone_takes_the_role_and_a_note() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        stopInAllocation(FRIDAY);
        try (ServedConsole console = ServedConsole.over(database, root)) {
            ProgramClient operator = console.program("operator", Role.OPERATOR);
            assertThat(operator.get(ABANDON).statusCode()).isEqualTo(403);
            assertThat(operator.post(ABANDON, "{}").statusCode()).isEqualTo(403);
            ProgramClient admin = console.program("admin", Role.ADMIN);
            HttpResponse<String> shown = admin.get(ABANDON);
            HttpResponse<String> silent = admin.post(ABANDON, pressed(shown, " "));
            assertThat(silent.statusCode()).isEqualTo(400);
            assertThat(ProgramClient.json(silent).get("detail").stringValue()).startsWith("it takes a note");
        }
        assertThat(query("select actor_name, act, message from audit_log where outcome = 'REFUSED' order by id"))
                .containsSequence(
                        "operator,GET /api/nights/{date}/{number}/abandon,the role of this token does not allow this",
                        "operator,POST /api/nights/{date}/{number}/abandon,the role of this token does not allow this");
    }

    @Test
    void pages_lead_to_one_another_by_their_keys() {
        for (String date : List.of(FRIDAY, SATURDAY)) {
            nightfill.arrive(date, "batches.csv", BATCHES, "B-1,CHAIR,500,");
            nightfill.arrive(date, "order_lines.csv", LINES, "A-%s,1,CHAIR,1".formatted(date));
            nightfill.run(date).with(0);
        }
        try (ServedConsole console = ServedConsole.over(database, root)) {
            ProgramClient shop = console.program("shop", Role.OPERATOR);
            assertThat(items(shop, "/api/nights?before=" + SATURDAY, "/run/date"))
                    .containsExactly(FRIDAY);
            for (int line = 1; line <= 120; line++) {
                shop.post(
                        "/api/allocations",
                        "{\"orderid\":\"U\",\"line\":\"%d\",\"sku\":\"CHAIR\",\"qty\":1}".formatted(line));
            }
            assertThat(items(shop, "/api/order?id=U", "/ordered/line"))
                    .hasSize(120)
                    .doesNotHaveDuplicates()
                    .endsWith("120");
            assertThat(items(shop, "/api/batch/lines?ref=B-1", "/ordered/orderid"))
                    .hasSize(122)
                    .startsWith("A-" + FRIDAY, "A-" + SATURDAY, "U");
            assertThat(items(shop, "/api/audit", "/id"))
                    .hasSizeGreaterThan(120)
                    .doesNotHaveDuplicates()
                    .endsWith("1");
        }
    }

    /** A member of all items of all pages. */
    private static List<String> items(ProgramClient client, String first, String member) {
        List<String> items = new ArrayList<>();
        JsonNode next = JsonMapper.shared().valueToTree(first);
        while (!next.isNull()) {
            JsonNode page = ProgramClient.json(client.get(next.stringValue()));
            page.get("items").forEach(item -> items.add(item.at(member).asString()));
            next = page.get("next");
        }
        return items;
    }

    @Test
    void a_token_that_is_revoked_counts_no_more_at_once() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            WebClient admin = console.as(Role.ADMIN);
            assertThat(admin.get("/tokens").body()).contains("No program has a token yet");
            admin.get("/new-token");
            HttpResponse<String> made = admin.post("/new-token", Map.of("client", "webshop", "role", "viewer"));
            assertThat(made.statusCode()).isEqualTo(303);
            String page = admin.get("/tokens").body();
            String secret = page.replaceAll("(?s).*(nightfill_[A-Z2-7]{32}).*", "$1");
            assertThat(admin.get("/tokens").body()).contains("webshop").doesNotContain(secret);
            assertThat(query("select count(*) from token where secret_hash like '%" + secret + "%'"))
                    .containsExactly("0");
            ProgramClient webshop = ProgramClient.of(console.address(), secret);
            assertThat(webshop.get("/api/nights").statusCode()).isEqualTo(200);
            assertThat(admin.get("/api/nights").statusCode())
                    .as("a session is no token")
                    .isEqualTo(401);
            assertThat(webshop.get("/").statusCode())
                    .as("a token is no session")
                    .isEqualTo(302);

            admin.get("/new-token");
            assertThat(admin.post("/new-token", Map.of("client", "WebShop", "role", "viewer"))
                            .body())
                    .contains("Nothing was done: there is a token of WebShop already");
            admin.get("/tokens/webshop/revoke");
            assertThat(admin.post("/tokens/webshop/revoke", Map.of()).statusCode())
                    .isEqualTo(303);
            HttpResponse<String> refused = webshop.get("/api/nights");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer realm=\"nightfill\", error=\"invalid_token\"");
            assertThat(admin.get("/tokens/webshop/revoke").body()).contains("Not now: it was revoked at");
            assertThat(query("select actor_name, act, subject, outcome, message from audit_log"
                            + " where act like '%token%' or act = 'use the API' order by id"))
                    .contains(
                            "admin,token make viewer,webshop,DONE,webshop (viewer) has a token",
                            "admin,token revoke,webshop,DONE,the token of webshop (viewer) counts no more",
                            "webshop,use the API,,REFUSED,the token was revoked");
        }
    }

    @Test
    void a_token_that_is_revoked_while_a_body_comes_does_nothing_more() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            String token = console.program("slow", Role.OPERATOR).token();
            String body = "{\"orderid\":\"U-1\",\"sku\":\"CHAIR\",\"qty\":1}";
            String head = "POST /api/allocations HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
            try (Socket socket =
                    new Socket(console.address().getHost(), console.address().getPort())) {
                socket.getOutputStream().write((head + body.charAt(0)).getBytes(StandardCharsets.US_ASCII));
                await().atMost(Child.PATIENCE)
                        .until(() -> !query("select 1 from pg_stat_activity where query like '%from token where%'")
                                .isEmpty());
                console.part(ManageTokens.class).revoke(new AccountName("slow"));
                socket.getOutputStream().write(body.substring(1).getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 401")
                        .contains("the token counts no more");
            }
        }
    }

    @Test
    void whoever_asks_too_often_is_told_when_to_come_again_and_nobody_else_is() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            ProgramClient eager = console.program("eager", Role.VIEWER);
            ExecutorService threads = Executors.newFixedThreadPool(40);
            HttpResponse<String> refused;
            try {
                refused = threads.invokeAny(
                        Collections.nCopies(40, () -> refusal(eager)), Child.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                threads.shutdownNow();
            }
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(console.program("calm", Role.VIEWER).get("/api/audit").statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> refusal(ProgramClient client) {
        HttpResponse<String> answer;
        do {
            answer = client.get("/api/requests/1");
        } while (answer.statusCode() != 429);
        return answer;
    }
}
