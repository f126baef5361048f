package nightfill.application.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.words.Identifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @Test
    void writes_the_same_rows_on_every_machine_and_in_every_release() {
        SampleNight night = new SampleNight(DATE, 3, 7);

        assertThat(night.orderLines())
                .containsExactly(
                        "DE-20261120-0000001,1,TABLE-RATTAN-0049,1",
                        "DE-20261120-0000002,1,SIDEBOARD-BLACK-0057,1",
                        "DE-20261120-0000002,2,TVUNIT-BEECH-0020,2");
        assertThat(night.batches())
                .containsExactly(
                        "PO-20261120-00005-01,SIDEBOARD-BLACK-0057,1,2027-03-15",
                        "PO-20261120-00008-01,TABLE-RATTAN-0049,1,",
                        "PO-20261120-00011-01,TVUNIT-BEECH-0020,1,");
    }

    @Test
    void writes_ten_thousand_lines_that_never_change() {
        SampleNight night = new SampleNight(DATE, 10_000, 7);

        assertThat(lines(night).hashCode()).isEqualTo(1_269_157_123);
        assertThat(batches(night).hashCode()).isEqualTo(157_062_189);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MAX_VALUE})
    void repeats_itself_for_the_same_date_size_and_seed(long seed) {
        SampleNight night = new SampleNight(DATE, 500, seed);
        SampleNight again = new SampleNight(DATE, 500, seed);

        assertThat(night.orderLines()).as("seed %d", seed).containsExactlyElementsOf(lines(again));
        assertThat(night.batches()).as("seed %d", seed).containsExactlyElementsOf(batches(again));
    }

    @Test
    void differs_by_seed() {
        assertThat(lines(new SampleNight(DATE, 100, 1))).isNotEqualTo(lines(new SampleNight(DATE, 100, 2)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 24, 299, 300, 301, 1_234})
    void has_exactly_as_many_lines_as_asked_for(long count) {
        assertThat(new SampleNight(DATE, count, 1).orderLines()).hasSize((int) count);
    }

    @Test
    void tells_lines_of_one_order_by_their_numbers() {
        List<String> lines = lines(new SampleNight(DATE, 5_000, 3));

        assertThat(lines.stream().map(row -> row.substring(0, row.indexOf(',', row.indexOf(',') + 1))))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("(DE|AT|CH|NL|PL)-20261120-[0-9]{7},[1-5]"));
    }

    @Test
    void keeps_the_rules_for_identifiers_quantities_and_dates() {
        SampleNight night = new SampleNight(DATE, 5_000, 4);

        lines(night).stream().map(row -> row.split(",", -1)).forEach(SampleNightTest::requireOrderLine);
        batches(night).stream().map(row -> row.split(",", -1)).forEach(SampleNightTest::requireBatch);
    }

    @Test
    void sells_the_same_articles_on_every_date_of_a_seed() {
        Set<String> articles = skus(lines(new SampleNight(DATE, 20_000, 5)));
        Set<String> nextArticles = skus(lines(new SampleNight(DATE.plusDays(1), 20_000, 5)));

        assertThat(nextArticles).hasSizeGreaterThan(700);
        assertThat(articles).hasSizeBetween(700, 800).satisfies(skus -> {
            Set<String> common = new HashSet<>(skus);
            common.retainAll(nextArticles);
            assertThat(common).hasSizeGreaterThan(690);
        });
    }

    @Test
    void adds_batches_every_night_and_amends_none() {
        Set<String> references = references(new SampleNight(DATE, 2_000, 5));

        assertThat(references).doesNotContainAnyElementsOf(references(new SampleNight(DATE.plusDays(1), 2_000, 5)));
    }

    @Test
    void buys_about_four_batches_of_an_article_and_names_each_once() {
        SampleNight night = new SampleNight(DATE, 20_000, 6);

        assertThat(references(night)).hasSameSizeAs(batches(night));
        assertThat((double) batches(night).size() / skus(batches(night)).size()).isBetween(3.5, 4.5);
    }

    @Test
    void has_every_eta_in_the_warehouse_or_one_to_a_hundred_and_twenty_days_away() {
        List<String> etas = batches(new SampleNight(DATE, 20_000, 6)).stream()
                .map(row -> row.substring(row.lastIndexOf(',') + 1))
                .toList();

        assertThat(etas.stream().filter(String::isEmpty).count() * 100 / etas.size())
                .isBetween(25L, 45L);
        assertThat(etas.stream().filter(eta -> !eta.isEmpty()).map(LocalDate::parse))
                .allMatch(eta -> eta.isAfter(DATE) && !eta.isAfter(DATE.plusDays(120)));
    }

    @Test
    void promises_nothing_beyond_the_last_date_there_is() {
        assertThat(batches(new SampleNight(LocalDate.of(2199, 12, 1), 500, 1)))
                .allMatch(row -> row.endsWith(",") || row.contains(",2199-12-"));
    }

    @Test
    void sells_some_articles_far_more_often_than_others() {
        long[] counts = lines(new SampleNight(DATE, 25_000, 8)).stream()
                .collect(Collectors.groupingBy(row -> row.split(",", -1)[2], Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();

        assertThat(counts[counts.length - 1]).isGreaterThan(10 * counts[counts.length / 2]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void leaves_lines_open_for_each_reason_though_most_are_served(long seed) {
        PlainNight night = PlainNight.of(new SampleNight(DATE, 20_000, seed));

        assertThat(night.supplyInPercentOfDemand()).as("seed %d", seed).isBetween(86, 94);
        assertThat(night.permille("ALLOCATED")).as("seed %d", seed).isBetween(700, 900);
        assertThat(night.permille("UNKNOWN_SKU")).as("seed %d", seed).isBetween(10, 50);
        assertThat(night.permille("SHORT")).as("seed %d", seed).isBetween(50, 250);
        assertThat(night.permille("NO_SINGLE_BATCH")).as("seed %d", seed).isBetween(5, 80);
    }

    private static void requireOrderLine(String[] fields) {
        assertThat(fields).hasSize(4);
        assertThat(new OrderLine(fields[0], fields[1], fields[2], Integer.parseInt(fields[3])).quantity())
                .isBetween(1, 60);
    }

    private static void requireBatch(String[] fields) {
        assertThat(fields).hasSize(4);
        assertThat(Stream.of(fields[0], fields[1])).allMatch(Identifiers::isIdentifier);
        assertThat(Integer.parseInt(fields[2])).isPositive();
    }

    private static List<String> lines(SampleNight night) {
        return night.orderLines().toList();
    }

    private static List<String> batches(SampleNight night) {
        return night.batches().toList();
    }

    private static Set<String> skus(List<String> rows) {
        return rows.stream()
                .flatMap(row -> Arrays.stream(row.split(",", -1)))
                .filter(field -> field.matches("[A-Z]+-[A-Z]+-[0-9]{4}"))
                .collect(Collectors.toSet());
    }

    private static Set<String> references(SampleNight night) {
        return night.batches().map(row -> row.substring(0, row.indexOf(','))).collect(Collectors.toSet());
    }
}
