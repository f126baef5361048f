package nightfill.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderLineTest {

    @Test
    void lines_with_equal_data_are_the_same_line() {
        assertThat(new OrderLine("o-1", "1", "CHAIR", 2))
                .isEqualTo(new OrderLine("o-1", "1", "CHAIR", 2))
                .hasSameHashCodeAs(new OrderLine("o-1", "1", "CHAIR", 2));
    }

    @ParameterizedTest
    @CsvSource({"O-1,1,CHAIR,2", "o-1,'',CHAIR,2", "o-1,01,CHAIR,2", "o-1,1,Chair,2", "o-1,1,CHAIR,3"})
    void any_difference_makes_another_line(String orderId, String lineNumber, String sku, int quantity) {
        assertThat(new OrderLine(orderId, lineNumber, sku, quantity))
                .isNotEqualTo(new OrderLine("o-1", "1", "CHAIR", 2));
    }

    @Test
    void a_line_number_may_be_empty() {
        assertThat(new OrderLine("o-1", "", "CHAIR", 1).lineNumber()).isEmpty();
    }

    @Test
    void one_unit_and_the_largest_quantity_are_allowed() {
        assertThat(new OrderLine("o-1", "1", "CHAIR", 1).quantity()).isOne();
        assertThat(new OrderLine("o-1", "1", "CHAIR", Integer.MAX_VALUE).quantity())
                .isEqualTo(2147483647);
    }

    @ParameterizedTest
    @CsvSource({
        "'',1,CHAIR,2",
        "-o,1,CHAIR,2",
        "o-1,=1,CHAIR,2",
        "o-1,1,'',2",
        "o-1,1,+CHAIR,2",
        "o-1,1,CHAIR,0",
        "o-1,1,CHAIR,-1"
    })
    void a_wrong_identifier_or_quantity_is_refused(String orderId, String lineNumber, String sku, int quantity) {
        assertThatThrownBy(() -> new OrderLine(orderId, lineNumber, sku, quantity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an order line: %s/%s %s %d".formatted(orderId, lineNumber, sku, quantity));
    }

    @Test
    void a_place_in_the_queue_goes_with_the_line() {
        OrderLine line = new OrderLine("o-1", "1", "CHAIR", 2);
        assertThat(new OpenLine(7, line)).isEqualTo(new OpenLine(7, line)).isNotEqualTo(new OpenLine(8, line));
    }
}
