package nightfill.adapter.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.act.NightStarter.Words;
import nightfill.application.act.Order;
import nightfill.application.night.NightRequest;
import nightfill.application.publish.Delivery;
import nightfill.domain.run.Acceptance;

/**
 * An order as the command line takes it.
 *
 * @param does the command, and the options that decide what is done
 * @param where the options that say where
 * @param subject what it is about, as the command itself says in the audit trail
 */
record CommandWords(List<String> does, List<String> where, String subject) {

    static CommandWords of(Order order) {
        if (order instanceof Order.Run run) {
            return of(run.delivery());
        }
        if (order instanceof Order.Stop stop) {
            return ofExecution("stop", Optional.of(stop.execution()), List.of());
        }
        if (order instanceof Order.Abandon abandon) {
            return ofExecution("abandon", abandon.execution(), output(abandon.output()));
        }
        Order.Publish publish = (Order.Publish) order;
        String directory = publish.directory().toString();
        return new CommandWords(
                List.of("publish"),
                Stream.concat(output(publish.output()).stream(), Stream.of("--", directory))
                        .toList(),
                directory);
    }

    private static CommandWords ofExecution(String command, Optional<Long> execution, List<String> where) {
        List<String> words = new ArrayList<>(where);
        execution.ifPresent(id -> words.add(id.toString()));
        return new CommandWords(
                List.of(command), words, execution.map(id -> "execution " + id).orElse("the unfinished run"));
    }

    private static CommandWords of(Delivery delivery) {
        NightRequest night = delivery.night();
        List<String> does = new ArrayList<>(List.of("run"));
        delivery.directory().ifPresent(directory -> does.addAll(List.of("--publish", directory.toString())));
        addIf(night.correction(), "--correction", does);
        if (!night.terms().maxRejects().isEmpty()) {
            does.addAll(List.of("--max-rejects", night.terms().maxRejects()));
        }
        for (Acceptance guard : Acceptance.values()) {
            addIf(night.terms().accept(guard), "--accept-" + guard.label(), does);
        }
        addIf(night.attempt().takeOver(), "--take-over", does);
        addIf(delivery.pending(), "--pending", does);
        delivery.since().ifPresent(oldest -> does.addAll(List.of("--since", oldest.toString())));
        addIf(delivery.afterRestore(), "--after-restore", does);
        String date = night.date().toString();
        List<String> where =
                new ArrayList<>(List.of("--date", date, "--input", night.input().toString()));
        where.addAll(output(night.output()));
        return new CommandWords(does, where, date);
    }

    private static void addIf(boolean asked, String option, List<String> words) {
        if (asked) {
            words.add(option);
        }
    }

    private static List<String> output(Path output) {
        return List.of("--output", output.toString());
    }

    List<String> all() {
        return Stream.concat(does.stream(), where.stream()).toList();
    }

    Words words() {
        String line = Stream.concat(Stream.of("nightfill"), all().stream())
                .map(CommandWords::quoted)
                .collect(Collectors.joining(" "));
        return new Words(line, String.join(" ", does), subject);
    }

    /** As a shell reads it back. */
    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
