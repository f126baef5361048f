package nightfill.application.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void what_is_wrong_is_one_line_whatever_files_are_called() {
        Problem problem = Problem.failed("a\nb\u001B.csv cannot be read");
        assertThat(problem.what()).isEqualTo("a\u240Ab\u241B.csv cannot be read");
        assertThat(problem.and("nor c\r").what()).isEqualTo("a\u240Ab\u241B.csv cannot be read; nor c\u240D");
    }
}
