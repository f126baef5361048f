package nightfill.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final String ONE = "1".repeat(64);
    private static final String TWO = "0123456789abcdef".repeat(4);

    @Test
    void it_lists_hashes_by_path() {
        Manifest manifest = Manifest.parse(ONE + "  b.csv\n" + TWO + "  a/ b (1).csv\n");

        assertThat(manifest.faults()).isEmpty();
        assertThat(manifest.listed()).containsExactly(entry("a/ b (1).csv", TWO), entry("b.csv", ONE));
    }

    @Test
    void paths_are_told_in_the_order_of_code_points() {
        assertThat(Manifest.parse(ONE + "  \uD83D\uDE00\n" + ONE + "  \uFF5E\n")
                        .listed()
                        .keySet())
                .containsExactly("\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void a_name_for_the_same_directory_adds_nothing_to_a_path() {
        assertThat(Manifest.parse(ONE + "  ./a/./b\n")).isEqualTo(Manifest.parse(ONE + "  a/b\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stock.csv",
                "1111  stock.csv",
                "#  a comment",
                "1111111111111111111111111111111111111111111111111111111111111111",
                "1111111111111111111111111111111111111111111111111111111111111111 stock.csv",
                "1111111111111111111111111111111111111111111111111111111111111111 *stock.csv",
                "1111111111111111111111111111111111111111111111111111111111111111\tstock.csv",
                "11111111111111111111111111111111111111111111111111111111111111111  stock.csv",
                "111111111111111111111111111111111111111111111111111111111111111A  stock.csv",
                "11111111111111111111111111111111111111111111111111111111111111\u0661\u0661  stock.csv",
                " 1111111111111111111111111111111111111111111111111111111111111111  stock.csv",
                "\uFEFF1111111111111111111111111111111111111111111111111111111111111111  stock.csv",
                "\\1111111111111111111111111111111111111111111111111111111111111111  sto\\nck.csv",
                "SHA256 (stock.csv) = 1111111111111111111111111111111111111111111111111111111111111111"
            })
    void a_line_of_another_form_is_a_fault(String line) {
        Manifest manifest = Manifest.parse(line + "\n");

        assertThat(manifest.listed()).isEmpty();
        assertThat(manifest.faults()).singleElement().asString().startsWith("line 1: not 64 lower-case");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/etc/passwd, leads out",
                "../stock.csv, leads out",
                "a/../../b, leads out",
                "a/../b, leads out",
                ".., leads out",
                "a/.., leads out",
                "``, empty name",
                "., empty name",
                "a//b, empty name",
                "a/, empty name",
                "a\\b, backslash",
                "..\\b, backslash",
                "`a\r`, control character",
                "`a\u0000b`, control character",
                "`a\tb`, control character",
                "-, standard input",
                "MANIFEST.sha256, lists itself",
                "./MANIFEST.sha256, lists itself"
            })
    void a_path_that_cannot_be_meant_is_a_fault(String path, String told) {
        Manifest manifest = Manifest.parse(ONE + "  a.csv\n" + ONE + "  " + path + "\n");

        assertThat(manifest.listed()).containsOnlyKeys("a.csv");
        assertThat(manifest.faults())
                .singleElement()
                .asString()
                .startsWith("line 2: ")
                .contains(told);
        assertThat(manifest.faults().get(0).chars()).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @CsvSource({"a.csv, a.csv", "a.csv, ./a.csv", "a/b, a/./b"})
    void a_path_that_is_listed_twice_is_a_fault(String once, String again) {
        assertThat(Manifest.parse(ONE + "  " + once + "\n" + TWO + "  " + again + "\n")
                        .faults())
                .containsExactly("line 2: lists %s twice".formatted(once));
    }

    @Test
    void a_manifest_in_a_directory_below_is_a_file_like_others() {
        assertThat(Manifest.parse(ONE + "  a/MANIFEST.sha256\n").faults()).isEmpty();
    }

    @Test
    void a_manifest_that_lists_nothing_proves_nothing() {
        assertThat(Manifest.parse("").faults()).containsExactly("it lists nothing");
    }

    @Test
    void a_last_line_without_end_may_be_torn() {
        Manifest manifest = Manifest.parse(ONE + "  a.csv\n" + TWO + "  b.csv");

        assertThat(manifest.faults()).singleElement().asString().startsWith("line 2: it has no line end");
        assertThat(manifest.listed()).containsOnlyKeys("a.csv", "b.csv");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_text_is_read_without_being_believed(int seed) {
        Random random = new Random(seed);
        String letters = "01af  \n\r\\/.-*A\u0000\u00E9\uD83D\uDE00";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(200), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            Manifest manifest = Manifest.parse(text.toString());
            assertThat(manifest.faults()).as("seed %d: %s", seed, text).isNotEmpty();
            assertThat(manifest.listed()).as("seed %d: %s", seed, text).isEmpty();
        }
    }
}
