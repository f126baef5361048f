package nightfill.domain.night;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.night.Resemblance.Alike;
import nightfill.domain.night.Resemblance.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResemblanceTest {

    private static final Pair TO_A_NUMBER = new Pair(line("1001", "2", 5), line("1001", "", 5));
    private static final Pair TO_NONE = new Pair(line("1002", "", 7), line("1002", "1", 5));

    @ParameterizedTest
    @CsvSource({
        "9,9,false",
        "10,10,true",
        "10,39,true",
        "10,40,false",
        "11,40,true",
        "100000,600000,false",
        "150001,600000,true"
    })
    void ten_and_more_than_a_quarter_of_the_new_lines_are_too_many(long known, long loaded, boolean tooMany) {
        assertThat(new Resemblance(loaded, new Alike(known, List.of(TO_A_NUMBER)), Resemblance.NONE.changed())
                        .isRenumbered())
                .isEqualTo(tooMany);
    }

    @Test
    void changed_lines_alone_are_never_too_many() {
        assertThat(new Resemblance(100, Resemblance.NONE.renumbered(), new Alike(100, List.of(TO_NONE))).isRenumbered())
                .isFalse();
    }

    @Test
    void what_is_too_much_is_told_with_figures_and_an_example() {
        assertThat(new Resemblance(2000, new Alike(1234, List.of(TO_A_NUMBER)), Resemblance.NONE.changed())
                        .renumbering())
                .isEqualTo("order_lines.csv: 1,234 of 2,000 new lines are known under other line numbers (limit 25 %),"
                        + " the first: order 1001 line 2 is known without a line number: 5 of CHAIR");
    }

    @Test
    void changed_quantities_are_counted_and_the_first_of_them_named() {
        assertThat(new Resemblance(9, Resemblance.NONE.renumbered(), new Alike(12, nCopies(11, TO_NONE))).changes())
                .containsExactly(
                        "12 new lines are known with another quantity, and count beside it; cancel the earlier one"
                                + " where the shop meant a change: order 1002 without a line number: 7 of CHAIR, known as line 1"
                                + " with 5"
                                + ", order 1002 without a line number: 7 of CHAIR, known as line 1 with 5".repeat(9)
                                + ", and 2 more");
    }

    @Test
    void renumbered_lines_are_named_one_by_one_and_counted_where_they_are_very_many() {
        Alike three = new Alike(3, List.of(TO_A_NUMBER, TO_A_NUMBER, TO_A_NUMBER));
        String one =
                "order 1001 line 2 is known without a line number: 5 of CHAIR; it is now promised twice, unless one is"
                        + " cancelled";
        assertThat(new Resemblance(9, three, Resemblance.NONE.changed()).renumberings())
                .containsExactly(one, one, one);
        assertThat(new Resemblance(6000, new Alike(1234, List.of(TO_A_NUMBER)), Resemblance.NONE.changed())
                        .renumberings())
                .containsExactly(one, "1,233 more new lines are known under other line numbers");
    }

    @Test
    void where_nothing_is_alike_there_is_nothing_to_say() {
        assertThat(Resemblance.NONE.changes()).isEmpty();
        assertThat(Resemblance.NONE.renumberings()).isEmpty();
        assertThat(Resemblance.NONE.isRenumbered()).isFalse();
    }

    private static OrderLine line(String order, String number, int quantity) {
        return new OrderLine(order, number, "CHAIR", quantity);
    }
}
