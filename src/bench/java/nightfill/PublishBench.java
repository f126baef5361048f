package nightfill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes one more night onto few and onto many that are kept, in turn, and tells what each takes.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java@publish-bench -Dexec.args="target/publish-bench"}</pre>
 *
 * <p>The argument is a directory that does not exist yet. The nights are made up: eleven reports of 8 KiB each, so small
 * that what grows with the nights would show. What publishes them is what {@code nightfill publish} runs, with the
 * database, the hashes and the sync to disk, but without the start of the virtual machine.
 */
public final class PublishBench {

    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final int WARMING = 30;
    private static final int ROUNDS = 101;
    private static final int BYTES = 8 << 10;

    private PublishBench() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected: WORK-DIR");
        }
        Path work = Path.of(arguments[0]).toAbsolutePath();
        if (Files.exists(work)) {
            throw new IllegalArgumentException(work + " exists; name a directory that does not");
        }
        warm(work.resolve("warming"));
        compare(work);
    }

    private static void warm(Path work) throws IOException {
        try (KeptNights nights = new KeptNights(work, BYTES)) {
            for (int night = 0; night < WARMING; night++) {
                nights.add();
                nights.publish(1);
            }
        }
    }

    /** In turn, so that what else the machine does falls on both; few stay few, in a new directory for each round. */
    private static void compare(Path work) throws IOException {
        List<Double> ontoFew = new ArrayList<>();
        List<Double> ontoMany = new ArrayList<>();
        try (KeptNights many = kept(work.resolve("many"), MANY)) {
            for (int round = 0; round < ROUNDS; ) {
                try (KeptNights few = kept(work.resolve("few-" + round), FEW)) {
                    for (int more = 0; more < FEW && round < ROUNDS; more++, round++) {
                        ontoFew.add(oneMore(few));
                        ontoMany.add(oneMore(many));
                    }
                }
            }
        }
        tell(FEW, ontoFew);
        tell(MANY, ontoMany);
        System.out.printf("ratio of medians %15.2f%n", median(ontoMany) / median(ontoFew));
    }

    private static KeptNights kept(Path work, int count) throws IOException {
        KeptNights nights = new KeptNights(work, BYTES);
        while (nights.nights() < count) {
            nights.add();
        }
        nights.publish(count);
        return nights;
    }

    private static double oneMore(KeptNights nights) throws IOException {
        nights.add();
        return nights.publish(1);
    }

    private static void tell(int kept, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "onto %,6d nights %12.1f ms (median of %d; from %.1f to %.1f)%n",
                kept, median(millis), sorted.size(), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
