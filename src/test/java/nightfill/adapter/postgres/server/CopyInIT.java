package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyInIT {

    private static final String BEYOND_THE_BASIC_PLANE = "\uD83D\uDE00";

    /** Wherever a sender's blocks end, some character of an odd number of lengths lies across. */
    @Test
    void every_character_arrives_whole_in_a_copy_of_any_length() {
        List<String> texts = new ArrayList<>();
        for (int length = 0; length < 1000; length++) {
            texts.add("a".repeat(length) + BEYOND_THE_BASIC_PLANE.repeat(200) + "\u00e9\u20ac\\\t\n" + length);
        }
        try (MigratedDatabase database = new MigratedDatabase()) {
            database.update("create table text (number int, value text)");
            CopyIn.send(
                    database.dataSource(),
                    "copy text from stdin",
                    texts,
                    (row, text) -> row.value(texts.indexOf(text)).value(text));

            assertThat(database.jdbc()
                            .sql("select value from text order by number")
                            .query(String.class)
                            .list())
                    .isEqualTo(texts);
        }
    }
}
