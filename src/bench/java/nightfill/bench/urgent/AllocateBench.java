package nightfill.bench.urgent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.domain.access.Role;
import nightfill.harness.Installation;
import nightfill.harness.ProgramClient;

/**
 * Fifty programs allocate lines at once, each one line after the other, beside a {@link PlainCounter} on the same server:
 * all of one SKU, and each of any of a thousand.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java@allocate-bench -Dexec.args="target/allocate-bench"}</pre>
 *
 * <p>The argument is a directory that does not exist yet. The server is Nightfill's own, with fsync on. Contestants take
 * turns; the first round warms up and is not told.
 */
public final class AllocateBench {

    private static final int CLIENTS = 50;
    private static final int SKUS = 1_000;
    private static final int EACH = 20;
    private static final int ROUNDS = 4;
    private static final String DATE = "2026-11-20";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, List<Round>> told = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    private AllocateBench() {}

    /** Answers in a second, and how long the slowest of a hundred took, in milliseconds. */
    private record Round(double perSecond, double p50, double p99) {

        static Round of(long nanos, long[] each) {
            Arrays.sort(each);
            return new Round(
                    each.length * 1e9 / nanos, each[each.length / 2] / 1e6, each[(int) (each.length * 0.99)] / 1e6);
        }
    }

    /** Makes the request of a client, of so many. */
    private interface Requests {

        HttpRequest of(int client, int number);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || Files.exists(Path.of(arguments[0]))) {
            throw new IllegalArgumentException("expected: WORK-DIR, a directory that does not exist");
        }
        new AllocateBench().measure(Path.of(arguments[0]).toAbsolutePath());
    }

    private void measure(Path work) throws Exception {
        Files.createDirectories(work);
        Installation nightfill = new Installation(work).with("NIGHTFILL_OUTPUT", work.resolve("output"));
        nightfill.arrive(
                DATE,
                "batches.csv",
                Stream.concat(
                                Stream.of("ref,sku,qty,eta"),
                                IntStream.rangeClosed(1, SKUS)
                                        .mapToObj(sku -> "B-%d,SKU-%d,1000000,".formatted(sku, sku)))
                        .toArray(String[]::new));
        nightfill.arrive(DATE, "order_lines.csv", "orderid,line,sku,qty", "A-1,1,SKU-1,1");
        nightfill.run(DATE).with(0);
        try (EmbeddedPostgres server = EmbeddedPostgres.open(nightfill.home());
                ServedConsole console = ServedConsole.over(
                        new ConnectionSettings(server.jdbcUrl(), server.user(), server.password()),
                        work,
                        Clock.systemUTC());
                PlainCounter counter = new PlainCounter(server.jdbcUrl(), server.user(), server.password(), CLIENTS)) {
            counter.fill(SKUS, 1_000_000);
            compare(console, counter);
        } finally {
            threads.shutdownNow();
        }
    }

    private void compare(ServedConsole console, PlainCounter counter) throws Exception {
        List<ProgramClient> programs = IntStream.range(0, CLIENTS)
                .mapToObj(client -> console.program("program-" + client, Role.OPERATOR))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            int now = round;
            for (int skus : new int[] {1, SKUS}) {
                tell(
                        round,
                        "API, lines of " + skus(skus),
                        (client, number) -> line(programs.get(client), console.address(), now, client, number, skus));
                tell(
                        round,
                        "plain counter, " + skus(skus),
                        (client, number) -> HttpRequest.newBuilder(counter.of(sku(client, number, skus)))
                                .POST(BodyPublishers.ofString("{}"))
                                .build());
            }
        }
        System.out.printf("%-32s %12s %12s %12s%n", "", "a second", "p50 ms", "p99 ms");
        told.forEach((who, rounds) -> System.out.printf(
                "%-32s %12.0f %12.1f %12.1f%n",
                who,
                median(rounds.stream().map(Round::perSecond).toList()),
                median(rounds.stream().map(Round::p50).toList()),
                median(rounds.stream().map(Round::p99).toList())));
    }

    private static String skus(int skus) {
        return skus == 1 ? "one SKU" : "any of %,d SKUs".formatted(skus);
    }

    private static String sku(int client, int number, int skus) {
        return "SKU-" + (1 + (client * 7919 + number * 104729) % skus);
    }

    private static HttpRequest line(ProgramClient program, URI console, int round, int client, int number, int skus) {
        String body = "{\"orderid\":\"U-%d-%d-%d\",\"line\":\"%d\",\"sku\":\"%s\",\"qty\":1}"
                .formatted(skus, round, client, number, sku(client, number, skus));
        return HttpRequest.newBuilder(URI.create(console + "api/allocations"))
                .header("Authorization", "Bearer " + program.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private void tell(int round, String who, Requests requests) throws Exception {
        long[] each = new long[CLIENTS * EACH];
        long begun = System.nanoTime();
        List<Future<Void>> clients = threads.invokeAll(IntStream.range(0, CLIENTS)
                .<Callable<Void>>mapToObj(client -> () -> work(client, requests, each))
                .toList());
        for (Future<Void> client : clients) {
            client.get();
        }
        Round told = Round.of(System.nanoTime() - begun, each);
        if (round > 0) {
            this.told.computeIfAbsent(who, first -> new ArrayList<>()).add(told);
        }
    }

    private Void work(int client, Requests requests, long[] each) throws IOException, InterruptedException {
        for (int number = 0; number < EACH; number++) {
            HttpRequest request = requests.of(client, number);
            long begun = System.nanoTime();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new IllegalStateException("answered with " + status);
            }
            each[client * EACH + number] = System.nanoTime() - begun;
        }
        return null;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
